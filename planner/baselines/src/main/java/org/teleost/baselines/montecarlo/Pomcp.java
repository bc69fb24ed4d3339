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
 * POMCP: a simulation starts at a particle of the belief, walks down the tree of histories by UCB1, adds one node with
 * a leaf value and books its return on the way back:
 *
 * <pre>    a = argmax Q(h,a) + c sqrt(log N(h) / N(h,a)),   Q(h,a) += (R - Q(h,a)) / N(h,a)</pre>
 *
 * The belief is the filter's, as for all solvers here, instead of the particles that reach a node; nothing is kept from
 * one decision to the next. Preferred actions are the model's proposal: what is untried is tried in its order.
 */
final class Pomcp extends BaselineSolver {
    /** Rows of slots per node; the others are visited once. */
    private static final double OPENED = 0.5;

    private final LeafValues leaf;
    private final UpperConfidence confidence;
    private final ActionTable table;
    private final ChildTable children;
    private final State state;
    private final RootSpread spread;
    private final int[] pathNode;
    private final int[] pathSlot;
    private final double[] pathReward;
    private int deepest;
    private boolean full;

    Pomcp(GenerativeModel model, PlannerSettings settings, LeafSource source, double exploration, String method) {
        super(model, settings, method);
        leaf = new LeafValues(source);
        confidence = new UpperConfidence(exploration);
        int nodes = capacity(model, settings.memoryBytes());
        table = new ActionTable(model, confidence, nodes, (int) Math.max(1, OPENED * nodes));
        children = new ChildTable(nodes);
        state = model.layout().newState();
        spread = new RootSpread(model.actionCount());
        pathNode = new int[settings.maxDepth()];
        pathSlot = new int[settings.maxDepth()];
        pathReward = new double[settings.maxDepth()];
    }

    private static int capacity(GenerativeModel model, long memoryBytes) {
        double perNode =
                ActionTable.NODE_BYTES + OPENED * ActionTable.rowBytes(model) + (double) ChildTable.BYTES_PER_NODE;
        double rows = (Integer.MAX_VALUE - 64.0) / ActionTable.width(model);
        return (int) Math.max(16.0, Math.min(Math.min(rows, 1 << 26), memoryBytes / perNode));
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
                break;
            }
            long observation = outcome.observation;
            model.updateHistory(state, action, observation);
            int child = children.find(slot, observation);
            if (child < 0 || depth == pathNode.length) {
                if (child < 0) {
                    add(slot, observation);
                }
                tail = leaf.estimate(state, action, observation, stream);
                break;
            }
            node = child;
        }
        deepest = Math.max(deepest, depth);
        book(depth, tail);
    }

    private void add(int slot, long observation) {
        if (table.isFull()) {
            full = true;
        } else {
            children.add(slot, observation, table.addNode());
        }
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
