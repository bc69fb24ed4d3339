package org.teleost.baselines.montecarlo;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;

/**
 * Sparse-PFT: UCT on beliefs of m weighted particles. An action gets a fixed number of children, each drawn once: the
 * observation of one particle's step, and all particles moved and weighed by it. Later visits go to a child at random.
 *
 * <pre>    Q(b,a) from rho + gamma p V(b'),   rho = sum w r,   p = weight of the particles that did not end</pre>
 *
 * At the root every child starts from particles of its own, drawn from the whole belief.
 */
final class SparsePft extends TreeSearch {
    /**
     * Constants of the method.
     *
     * @param exploration c as a share of the range of returns
     * @param particles m
     * @param children of an action
     */
    record Constants(double exploration, int particles, int children) {}

    private final Constants constants;
    private final BeliefNodes beliefs;
    private final State chosen;
    private final int[] pathChild;
    private final State[] moved;
    private final boolean[] alive;
    private final double[] weight;
    private double stepReward;
    private double stepSurvival;
    private double leafValue;

    SparsePft(GenerativeModel model, PlannerSettings settings, LeafSource source, Constants constants, String method) {
        this(
                model,
                settings,
                source,
                constants,
                capacity(model, settings.memoryBytes(), constants.particles()),
                method);
    }

    private SparsePft(
            GenerativeModel model,
            PlannerSettings settings,
            LeafSource source,
            Constants constants,
            int nodes,
            String method) {
        super(model, settings, source, constants.exploration(), nodes, nodes, method);
        this.constants = constants;
        int m = constants.particles();
        beliefs = new BeliefNodes(model, m, nodes, nodes * ActionTable.width(model));
        chosen = model.layout().newState();
        pathChild = new int[settings.maxDepth()];
        moved = new State[m];
        for (int i = 0; i < m; i++) {
            moved[i] = model.layout().newState();
        }
        alive = new boolean[m];
        weight = new double[m];
    }

    private static int capacity(GenerativeModel model, long memoryBytes, int particles) {
        int width = ActionTable.width(model);
        double perNode = ActionTable.NODE_BYTES
                + ActionTable.rowBytes(model)
                + (double) width * BeliefNodes.SLOT_BYTES
                + BeliefNodes.nodeBytes(model, particles);
        double lanes = Math.max(1.0, model.layout().ints().size());
        double most = (Integer.MAX_VALUE - 64.0) / Math.max(width, particles * lanes);
        return (int) Math.max(16.0, Math.min(most, memoryBytes / perNode));
    }

    @Override
    double backUp(int d, double after) {
        int child = pathChild[d];
        double reward = child < 0 ? stepReward : beliefs.reward(child);
        double survival = child < 0 ? stepSurvival : beliefs.survival(child);
        return reward + model.discount() * survival * after;
    }

    @Override
    void simulate(int rootNode, RandomStream stream) {
        int node = rootNode;
        int depth = 0;
        double tail = 0.0;
        while (true) {
            loadFirst(node, stream);
            int slot = table.select(node, chosen, stream);
            if (slot < 0) {
                full = true;
                tail = leafAt(node, stream);
                break;
            }
            pathNode[depth] = node;
            pathSlot[depth] = slot;
            if (table.visitsOfSlot(slot) == 0) {
                beliefs.open(slot);
            }
            if (beliefs.count(slot) < constants.children()) {
                pathChild[depth++] = grow(node, slot, stream);
                tail = leafValue;
                break;
            }
            int child = beliefs.child(slot, stream.nextInt(beliefs.count(slot)));
            pathChild[depth++] = child;
            if (beliefs.survival(child) <= 0.0) {
                break;
            }
            if (depth == pathNode.length) {
                tail = leafAt(child, stream);
                break;
            }
            node = child;
        }
        book(depth, tail);
    }

    /** A state of the node, for what all of them share: which actions are legal, and proposals. */
    private void loadFirst(int node, RandomStream stream) {
        if (node == 0) {
            belief.load(draw.at(stream.nextDouble()), chosen);
        } else {
            beliefs.load(node, beliefs.draw(node, stream.nextDouble()), chosen);
        }
    }

    private double leafAt(int node, RandomStream stream) {
        beliefs.load(node, beliefs.draw(node, stream.nextDouble()), state);
        return leaf.estimate(state, 0, 0, stream);
    }

    /** Moves and weighs the node's particles; the new child, or -1 where the tree has no room for it. */
    private int grow(int node, int slot, RandomStream stream) {
        int action = table.actionOf(slot);
        int m = constants.particles();
        double offset = stream.nextDouble();
        stepReward = 0.0;
        double survivors = 0.0;
        double total = 0.0;
        int shown = -1;
        long observation = 0;
        for (int i = 0; i < m; i++) {
            double w = 1.0;
            if (node == 0) {
                belief.load(draw.at((i + offset) / m), moved[i]);
            } else {
                beliefs.load(node, i, moved[i]);
                w = beliefs.weight(node, i);
            }
            Outcome outcome = simulator.step(moved[i], action);
            total += w;
            stepReward += w * outcome.reward;
            alive[i] = !outcome.terminal && w > 0.0;
            weight[i] = alive[i] ? w : 0.0;
            if (alive[i]) {
                // one of them, by weight, is the particle whose observation is made
                survivors += w;
                if (stream.nextDouble() * survivors < w) {
                    shown = i;
                    observation = outcome.observation;
                }
            }
        }
        stepReward /= total;
        stepSurvival = survivors / total;
        leafValue = 0.0;
        return shown < 0 ? addEnd(slot) : addChild(slot, action, shown, observation, stream);
    }

    private int addEnd(int slot) {
        if (table.isFull()) {
            full = true;
            return -1;
        }
        int child = table.addNode();
        beliefs.add(slot, child, stepReward, 0.0);
        return child;
    }

    private int addChild(int slot, int action, int shown, long observation, RandomStream stream) {
        weigh(action, shown, observation);
        model.updateHistory(moved[shown], action, observation);
        if (table.isFull()) {
            full = true;
            leafValue = leaf.estimate(moved[shown], action, observation, stream);
            return -1;
        }
        int child = table.addNode();
        beliefs.add(slot, child, stepReward, stepSurvival);
        beliefs.storeHistory(child, moved[shown]);
        for (int i = 0; i < weight.length; i++) {
            beliefs.set(child, i, moved[i], weight[i]);
        }
        beliefs.load(child, beliefs.draw(child, stream.nextDouble()), state);
        leafValue = leaf.estimate(state, action, observation, stream);
        return child;
    }

    /** Likelihoods against the largest one, so that densities of any scale do. */
    private void weigh(int action, int shown, long observation) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weight.length; i++) {
            if (alive[i]) {
                weight[i] = Math.log(weight[i]) + model.logLikelihood(observation, action, moved[i]);
                largest = Math.max(largest, weight[i]);
            }
        }
        double sum = 0.0;
        for (int i = 0; i < weight.length; i++) {
            weight[i] = alive[i] && largest > Double.NEGATIVE_INFINITY ? Math.exp(weight[i] - largest) : 0.0;
            sum += weight[i];
        }
        if (!(sum > 0.0)) {
            weight[shown] = 1.0;
        }
    }
}
