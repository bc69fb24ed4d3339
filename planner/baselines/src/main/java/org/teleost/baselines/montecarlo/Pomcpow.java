package org.teleost.baselines.montecarlo;

import org.teleost.baselines.frame.BaselineSolver;
import org.teleost.baselines.frame.LeafValues;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;

/**
 * POMCPOW: POMCP with k N^alpha observation children per action, each a weighted particle belief. Every simulation that
 * passes adds its state with the likelihood of the child's observation, then goes on from a state drawn by weight. A
 * state that comes by an observation of its own that is there already counts with weight one: its likelihood is in the
 * draw, and weighing it again, as the published text does, would count discrete observations twice.
 */
final class Pomcpow extends BaselineSolver {
    /** Share of the memory for particles. */
    private static final double PARTICLE_SHARE = 0.5;

    private final LeafValues leaf;
    private final UpperConfidence confidence;
    private final WideningLimit limit;
    private final ActionTable table;
    private final WeightedChildren children;
    private final State state;
    private final RootSpread spread;
    private final int[] pathNode;
    private final int[] pathSlot;
    private final double[] pathReward;
    private int deepest;
    private boolean full;

    /**
     * Constants of the method.
     *
     * @param exploration c as a share of the range of returns
     * @param children k of k N^alpha
     * @param childPower alpha
     */
    record Constants(double exploration, double children, double childPower) {}

    Pomcpow(GenerativeModel model, PlannerSettings settings, LeafSource source, Constants constants, String method) {
        super(model, settings, method);
        leaf = new LeafValues(source);
        confidence = new UpperConfidence(constants.exploration());
        limit = new WideningLimit(constants.children(), constants.childPower());
        double memory = settings.memoryBytes();
        int width = ActionTable.width(model);
        double perNode = ActionTable.NODE_BYTES
                + WeightedChildren.nodeBytes(model)
                + ActionTable.rowBytes(model)
                + (double) width * WeightedChildren.SLOT_BYTES;
        double most = Math.min((Integer.MAX_VALUE - 64.0) / width, 1 << 25);
        int nodes = (int) Math.max(16.0, Math.min(most, (1.0 - PARTICLE_SHARE) * memory / perNode));
        double particles = PARTICLE_SHARE * memory / WeightedChildren.particleBytes(model);
        table = new ActionTable(model, confidence, nodes, nodes);
        children =
                new WeightedChildren(model, nodes, nodes * width, (int) Math.max(16.0, Math.min(1 << 26, particles)));
        state = model.layout().newState();
        spread = new RootSpread(model.actionCount());
        pathNode = new int[settings.maxDepth()];
        pathSlot = new int[settings.maxDepth()];
        pathReward = new double[settings.maxDepth()];
    }

    @Override
    protected void search(ParticleBelief belief, long index, Decision out) {
        leaf.startDecision();
        confidence.startDecision();
        table.clear();
        children.clear();
        spread.clear();
        deepest = 0;
        full = false;
        int rootNode = table.addNode();
        RandomStream stream = simulator.stream();
        while (clock.goesOn()) {
            stream.startEpisode(settings.seed(), index, clock.episodes());
            belief.load(draw.at(stream.nextDouble()), state);
            simulate(rootNode, stream);
            clock.count(1);
        }
        spread.tell(table, rootNode, root);
        out.nodes = table.nodes();
        out.edges = table.slots();
        out.depth = deepest;
        out.treeFull = full;
    }

    private void simulate(int rootNode, RandomStream stream) {
        int node = rootNode;
        int depth = 0;
        double tail = 0.0;
        while (true) {
            int slot = table.select(node, state, stream);
            if (slot < 0) {
                full = true;
                tail = leaf.estimate(state, table.actionOf(pathSlot[depth - 1]), 0, stream);
                break;
            }
            int action = table.actionOf(slot);
            Outcome outcome = simulator.step(state, action);
            pathNode[depth] = node;
            pathSlot[depth] = slot;
            pathReward[depth++] = outcome.reward;
            if (outcome.terminal) {
                if (table.visitsOfSlot(slot) == 0) {
                    children.open(slot);
                }
                break;
            }
            int child = join(slot, action, outcome.reward, outcome.observation, stream);
            if (child >= 0) {
                pathReward[depth - 1] = children.draw(child, stream.nextDouble(), state);
            }
            if (child < 0 || depth == pathNode.length) {
                tail = leaf.estimate(state, action, outcome.observation, stream);
                break;
            }
            node = child;
        }
        deepest = Math.max(deepest, depth);
        book(depth, tail);
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

    private void book(int depth, double tail) {
        double sum = tail;
        for (int d = depth - 1; d >= 0; d--) {
            sum = pathReward[d] + model.discount() * sum;
            table.book(pathNode[d], pathSlot[d], sum);
        }
        confidence.add(sum);
        spread.add(table.actionOf(pathSlot[0]), sum);
    }
}
