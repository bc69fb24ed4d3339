package org.teleost.baselines.montecarlo;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
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
final class Pomcp extends StateSearch {
    /** Rows of slots per node; the others are visited once. */
    private static final double OPENED = 0.5;

    private final ChildTable children;

    Pomcp(GenerativeModel model, PlannerSettings settings, LeafSource source, double exploration, String method) {
        this(model, settings, source, exploration, capacity(model, settings.memoryBytes()), method);
    }

    private Pomcp(
            GenerativeModel model,
            PlannerSettings settings,
            LeafSource source,
            double exploration,
            int nodes,
            String method) {
        super(model, settings, source, exploration, nodes, (int) Math.max(1, OPENED * nodes), method);
        children = new ChildTable(nodes);
    }

    private static int capacity(GenerativeModel model, long memoryBytes) {
        double perNode =
                ActionTable.NODE_BYTES + OPENED * ActionTable.rowBytes(model) + (double) ChildTable.BYTES_PER_NODE;
        double rows = (Integer.MAX_VALUE - 64.0) / ActionTable.width(model);
        return (int) Math.max(16.0, Math.min(Math.min(rows, 1 << 26), memoryBytes / perNode));
    }

    @Override
    void startTree() {
        children.clear();
    }

    @Override
    int follow(int slot, int action, Outcome outcome, int depth, RandomStream stream) {
        model.updateHistory(state, action, outcome.observation);
        int child = children.find(slot, outcome.observation);
        if (child < 0) {
            add(slot, outcome.observation);
        }
        return child;
    }

    private void add(int slot, long observation) {
        if (table.isFull()) {
            full = true;
        } else {
            children.add(slot, observation, table.addNode());
        }
    }
}
