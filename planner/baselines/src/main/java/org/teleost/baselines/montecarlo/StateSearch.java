package org.teleost.baselines.montecarlo;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;

/** Searches whose simulations carry one state down the tree, from a particle of the belief to a leaf. */
abstract class StateSearch extends TreeSearch {
    StateSearch(
            GenerativeModel model,
            PlannerSettings settings,
            LeafSource source,
            double exploration,
            int nodes,
            int rows,
            String method) {
        super(model, settings, source, exploration, nodes, rows, method);
    }

    /**
     * Where a simulation goes on after a step that led to {@link #state} and did not end the episode: a child, with the
     * state's history up to date, or -1 for a leaf. May change the step's reward in {@link #pathReward}.
     *
     * @param depth steps so far, this one counted
     */
    abstract int follow(int slot, int action, Outcome outcome, int depth, RandomStream stream);

    /** An episode ended by an action. */
    void ended(int slot) {}

    @Override
    final void simulate(int rootNode, RandomStream stream) {
        belief.load(draw.at(stream.nextDouble()), state);
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
                ended(slot);
                break;
            }
            node = follow(slot, action, outcome, depth, stream);
            if (node < 0 || depth == pathNode.length) {
                tail = leaf.estimate(state, action, outcome.observation, stream);
                break;
            }
        }
        book(depth, tail);
    }
}
