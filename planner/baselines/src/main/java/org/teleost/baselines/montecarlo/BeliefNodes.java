package org.teleost.baselines.montecarlo;

import org.teleost.baselines.frame.StateRows;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.Cumulative;

/**
 * Nodes of the particle belief tree: m states with cumulative weights each, the mean reward that led to a node and the
 * share of its parent's weight that the step did not end. Node ids are those of the {@link ActionTable}.
 */
final class BeliefNodes {
    private final int particles;
    private final StateRows rows;
    private final double[] cumulative;
    private final float[] history;
    private final int historyLanes;
    private final double[] reward;
    private final double[] survival;
    private final int[] next;
    private final int[] firstChild;
    private final int[] childCount;

    BeliefNodes(GenerativeModel model, int particles, int mostNodes, int mostSlots) {
        this.particles = particles;
        rows = new StateRows(model.layout(), mostNodes * particles);
        rows.reserve(mostNodes * particles);
        cumulative = new double[mostNodes * particles];
        historyLanes = model.layout().history().size();
        history = new float[mostNodes * historyLanes];
        reward = new double[mostNodes];
        survival = new double[mostNodes];
        next = new int[mostNodes];
        firstChild = new int[mostSlots];
        childCount = new int[mostSlots];
    }

    /** Bytes of a node. */
    static int nodeBytes(GenerativeModel model, int particles) {
        return 20 + 4 * model.layout().history().size() + particles * (8 + StateRows.bytes(model.layout()));
    }

    /** Bytes of a slot. */
    static final int SLOT_BYTES = 8;

    /** Makes a slot that was never visited ready. */
    void open(int slot) {
        firstChild[slot] = -1;
        childCount[slot] = 0;
    }

    int count(int slot) {
        return childCount[slot];
    }

    /** Child number {@code i} of a slot. */
    int child(int slot, int i) {
        int child = firstChild[slot];
        for (int k = 0; k < i; k++) {
            child = next[child];
        }
        return child;
    }

    void add(int slot, int node, double meanReward, double share) {
        next[node] = firstChild[slot];
        firstChild[slot] = node;
        childCount[slot]++;
        reward[node] = meanReward;
        survival[node] = share;
    }

    double reward(int node) {
        return reward[node];
    }

    double survival(int node) {
        return survival[node];
    }

    void storeHistory(int node, State state) {
        System.arraycopy(state.history, 0, history, node * historyLanes, historyLanes);
    }

    /** Sets particle {@code i}; particles are set in order, and weights are not negative. */
    void set(int node, int i, State state, double weight) {
        int at = node * particles + i;
        rows.set(at, state);
        cumulative[at] = (i == 0 ? 0.0 : cumulative[at - 1]) + weight;
    }

    double total(int node) {
        return cumulative[(node + 1) * particles - 1];
    }

    double weight(int node, int i) {
        int at = node * particles + i;
        return cumulative[at] - (i == 0 ? 0.0 : cumulative[at - 1]);
    }

    /** Loads particle {@code i} with the node's history. */
    void load(int node, int i, State out) {
        rows.load(node * particles + i, out);
        System.arraycopy(history, node * historyLanes, out.history, 0, historyLanes);
    }

    /** Number of the particle at quantile {@code u} of the weights. */
    int draw(int node, double u) {
        int from = node * particles;
        double target = u * cumulative[from + particles - 1];
        return Cumulative.find(cumulative, from, particles, target) - from;
    }
}
