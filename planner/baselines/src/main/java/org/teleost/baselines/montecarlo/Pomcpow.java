package org.teleost.baselines.montecarlo;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;

/**
 * POMCPOW: POMCP with k N^alpha observation children per action, each a weighted particle belief. Every simulation that
 * passes adds its state with the likelihood of the child's observation, then goes on from a state drawn by weight. A
 * state that comes by an observation of its own that is there already counts with weight one: its likelihood is in the
 * draw, and weighing it again, as the published text does, would count discrete observations twice.
 */
final class Pomcpow extends StateSearch {
    /** Share of the memory for particles. */
    private static final double PARTICLE_SHARE = 0.5;

    private final WideningLimit limit;
    private final WeightedChildren children;

    /**
     * Constants of the method.
     *
     * @param exploration c as a share of the range of returns
     * @param children k of k N^alpha
     * @param childPower alpha
     */
    record Constants(double exploration, double children, double childPower) {}

    Pomcpow(GenerativeModel model, PlannerSettings settings, LeafSource source, Constants constants, String method) {
        this(model, settings, source, constants, capacity(model, settings.memoryBytes()), method);
    }

    private Pomcpow(
            GenerativeModel model,
            PlannerSettings settings,
            LeafSource source,
            Constants constants,
            int nodes,
            String method) {
        super(model, settings, source, constants.exploration(), nodes, nodes, method);
        limit = new WideningLimit(constants.children(), constants.childPower());
        double particles = PARTICLE_SHARE * (double) settings.memoryBytes() / WeightedChildren.particleBytes(model);
        int slots = nodes * ActionTable.width(model);
        children = new WeightedChildren(model, nodes, slots, (int) Math.max(16.0, Math.min(1 << 26, particles)));
    }

    private static int capacity(GenerativeModel model, long memoryBytes) {
        double memory = memoryBytes;
        int width = ActionTable.width(model);
        double perNode = ActionTable.NODE_BYTES
                + WeightedChildren.nodeBytes(model)
                + ActionTable.rowBytes(model)
                + (double) width * WeightedChildren.SLOT_BYTES;
        double most = Math.min((Integer.MAX_VALUE - 64.0) / width, 1 << 25);
        return (int) Math.max(16.0, Math.min(most, (1.0 - PARTICLE_SHARE) * memory / perNode));
    }

    @Override
    void startTree() {
        children.clear();
    }

    @Override
    void ended(int slot) {
        if (table.visitsOfSlot(slot) == 0) {
            children.open(slot);
        }
    }

    @Override
    int follow(int slot, int action, Outcome outcome, int depth, RandomStream stream) {
        int child = join(slot, action, outcome.reward, outcome.observation, stream);
        if (child >= 0) {
            pathReward[depth - 1] = children.draw(child, stream.nextDouble(), state);
        }
        return child;
    }

    /** The child to go on from, or -1 for a leaf in {@link #state}, whose history is then up to date. */
    private int join(int slot, int action, double reward, long observation, RandomStream stream) {
        int visits = table.visitsOfSlot(slot);
        if (visits == 0) {
            children.open(slot);
        }
        if (children.count(slot) == 0 || limit.allows(visits, children.count(slot))) {
            int own = children.find(slot, observation);
            if (own < 0) {
                double logLikelihood = model.logLikelihood(observation, action, state);
                model.updateHistory(state, action, observation);
                addChild(slot, logLikelihood, reward, observation);
                return -1;
            }
            children.join(own);
            full |= !children.appendOwn(own, state, reward);
            return own;
        }
        int picked = children.pick(slot, stream.nextDouble());
        double logLikelihood = model.logLikelihood(children.observation(picked), action, state);
        full |= !children.append(picked, state, logLikelihood, reward);
        return picked;
    }

    private void addChild(int slot, double logLikelihood, double reward, long observation) {
        if (table.isFull() || !children.hasRoom()) {
            full = true;
            return;
        }
        int node = table.addNode();
        children.add(slot, node, observation, state, logLikelihood);
        full |= !children.append(node, state, logLikelihood, reward);
    }
}
