package org.teleost.plan;

import org.teleost.belief.ParticleBelief;
import org.teleost.search.SearchPass;
import org.teleost.tree.BeliefTree;

/** Reads the root of the tree: the action to take and why. */
final class Explanation {
    private static final double NORMAL_95 = 1.959963984540054;

    private final BeliefTree tree;
    private final SearchPass search;
    private final int[] ranked;
    private Shield shield;

    Explanation(BeliefTree tree, SearchPass search, int actionCount) {
        this.tree = tree;
        this.search = search;
        ranked = new int[Math.max(actionCount, Decision.MAX_ACTIONS)];
    }

    void setShield(Shield newShield) {
        shield = newShield;
    }

    void explain(ParticleBelief belief, Decision out) {
        int count = 0;
        for (int slot = 0; slot < tree.nodes.slotCount(0); slot++) {
            ranked[count++] = tree.slotEdge(tree.nodes.slotStart(0) + slot);
        }
        out.simulatedActions = count;
        out.vetoedAction = -1;
        out.vetoReason = null;
        int rows = Math.min(count, Decision.MAX_ACTIONS);
        for (int row = 0; row < rows; row++) {
            bringBest(row, count);
            fillRow(row, out);
        }
        out.actionRows = rows;
        int chosen = choose(belief, count, rows, out);
        out.action = tree.edges.action(chosen);
        out.value = tree.nodes.value(0);
        out.nodes = tree.nodeCount();
        out.edges = tree.edgeCount();
        out.depth = tree.deepest();
        predict(chosen, out);
    }

    private int choose(ParticleBelief belief, int count, int rows, Decision out) {
        if (shield == null) {
            return ranked[0];
        }
        for (int i = 0; i < count; i++) {
            if (i >= rows) {
                bringBest(i, count);
            }
            String reason = shield.veto(belief, tree.edges.action(ranked[i]));
            if (reason == null) {
                return ranked[i];
            }
            if (i == 0) {
                out.vetoedAction = tree.edges.action(ranked[0]);
                out.vetoReason = reason;
            }
        }
        throw new IllegalStateException("the shield refused all " + count
                + " simulated actions; the last reason for the best one: " + out.vetoReason);
    }

    /** Selection step: moves the best of ranked[from ..] to ranked[from]. */
    private void bringBest(int from, int count) {
        int best = from;
        for (int i = from + 1; i < count; i++) {
            if (isBetter(ranked[i], ranked[best])) {
                best = i;
            }
        }
        int edge = ranked[best];
        ranked[best] = ranked[from];
        ranked[from] = edge;
    }

    private boolean isBetter(int edge, int other) {
        double weight = tree.weight(edge);
        double otherWeight = tree.weight(other);
        if (weight != otherWeight) {
            return weight > otherWeight;
        }
        return tree.edges.visits(edge) > tree.edges.visits(other);
    }

    private void fillRow(int row, Decision out) {
        int edge = ranked[row];
        int action = tree.edges.action(edge);
        long visits = tree.edges.visits(edge);
        double mean = search.rootReturn(action) / visits;
        double variance = Math.max(0.0, search.rootSquare(action) / visits - mean * mean);
        out.actions[row] = action;
        out.visits[row] = visits;
        out.values[row] = tree.actionValue(edge);
        out.halfWidths[row] = NORMAL_95 * Math.sqrt(variance / Math.max(1, visits - 1));
        out.probabilities[row] = tree.weight(edge);
    }

    /** Most likely observations after the chosen action. */
    private void predict(int edge, Decision out) {
        int rows = 0;
        for (int node = tree.edges.firstChild(edge); node >= 0; node = tree.nodes.nextSibling(node)) {
            rows = insert(node, rows, out);
        }
        double visits = tree.edges.visits(edge);
        for (int i = 0; i < rows; i++) {
            out.observationProbabilities[i] /= visits;
        }
        out.observationRows = rows;
        out.terminalProbability = tree.edges.terminals(edge) / visits;
    }

    private int insert(int node, int rows, Decision out) {
        double visits = tree.nodes.visits(node);
        int at = rows;
        while (at > 0 && out.observationProbabilities[at - 1] < visits) {
            at--;
        }
        if (at >= Decision.MAX_OBSERVATIONS) {
            return rows;
        }
        int grown = Math.min(rows + 1, Decision.MAX_OBSERVATIONS);
        for (int i = grown - 1; i > at; i--) {
            out.observations[i] = out.observations[i - 1];
            out.observationProbabilities[i] = out.observationProbabilities[i - 1];
        }
        out.observations[at] = tree.nodes.observation(node);
        out.observationProbabilities[at] = visits;
        return grown;
    }
}
