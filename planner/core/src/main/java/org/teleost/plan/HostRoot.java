package org.teleost.plan;

import org.teleost.search.SearchPass;
import org.teleost.tree.BeliefTree;

/** The root of the host engine's tree. */
final class HostRoot implements RootView {
    /** Visits of a well tried action as a share of those of the action with most. */
    private static final double WELL_TRIED = 0.1;

    private final BeliefTree tree;
    private final SearchPass search;

    /** Visits below which an action of a box has no weight. */
    private double fewestVisits;

    HostRoot(BeliefTree tree, SearchPass search) {
        this.tree = tree;
        this.search = search;
    }

    private int edge(int index) {
        return tree.slotEdge(tree.nodes.slotStart(0) + index);
    }

    @Override
    public int count() {
        return tree.nodes.slotCount(0);
    }

    /** Actions of a box have no number but that of their edge. */
    @Override
    public int action(int index) {
        return key(index);
    }

    private int key(int index) {
        return tree.actionLanes() > 0 ? edge(index) : tree.edges.action(edge(index));
    }

    @Override
    public void loadLanes(int index, float[] lanes, int offset) {
        if (tree.actionLanes() > 0) {
            tree.edges.loadLanes(edge(index), lanes, offset);
        }
    }

    @Override
    public long visits(int index) {
        return tree.edges.visits(edge(index));
    }

    /** An action of a box that was sampled late may have been lucky: it has no weight before it is well tried. */
    @Override
    public double weight(int index) {
        boolean tried = tree.actionLanes() == 0 || visits(index) >= fewestVisits;
        return tried ? tree.weight(edge(index)) : 0.0;
    }

    /** Looks at what the last backup left; once per reading, since a box may have thousands of actions. */
    HostRoot refresh() {
        int sampled = tree.actionLanes() > 0 ? count() : 0;
        long most = 0;
        for (int i = 0; i < sampled; i++) {
            most = Math.max(most, visits(i));
        }
        fewestVisits = WELL_TRIED * most;
        return this;
    }

    @Override
    public double value(int index) {
        return tree.actionValue(edge(index)) + tree.potential(0);
    }

    /** Of this decision's episodes; what an earlier one knew of the action where there were none. */
    @Override
    public double meanReturn(int index) {
        long fresh = search.rootVisits(key(index));
        return fresh == 0 ? value(index) : search.rootReturn(key(index)) / fresh + tree.potential(0);
    }

    @Override
    public double meanSquare(int index) {
        long fresh = search.rootVisits(key(index));
        if (fresh == 0) {
            return value(index) * value(index);
        }
        double potential = tree.potential(0);
        double mean = search.rootReturn(key(index)) / fresh;
        return search.rootSquare(key(index)) / fresh + potential * (2.0 * mean + potential);
    }

    /** Most likely observations first; the newer of equally likely ones first. */
    @Override
    public void predict(int index, Decision out) {
        int edge = edge(index);
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
