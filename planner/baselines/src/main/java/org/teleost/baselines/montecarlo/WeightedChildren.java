package org.teleost.baselines.montecarlo;

import java.util.Arrays;
import org.teleost.baselines.frame.StateRows;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;

/**
 * The observation children of all actions with their particles: B(hao) as rows of states with the rewards that led to
 * them, W(hao) as cumulative weights in segments that double. Node ids are those of the {@link ActionTable}.
 */
final class WeightedChildren {
    private static final int FIRST_SEGMENT = 4;

    /** Places in segments per row: doubling leaves the old segments behind. */
    private static final int SEGMENT_SHARE = 3;

    private static final double LARGEST_EXPONENT = 60.0;

    private final StateRows rows;
    private final double[] rowReward;
    private final double[] cumulative;
    private final int[] rowOf;
    private final int historyLanes;
    private final float[] history;
    private final long[] observation;
    private final double[] reference;
    private final int[] joined;
    private final int[] next;
    private final int[] start;
    private final int[] size;
    private final int[] room;
    private final int[] firstChild;
    private final int[] childCount;
    private int placesUsed;

    WeightedChildren(GenerativeModel model, int mostNodes, int mostSlots, int mostParticles) {
        rows = new StateRows(model.layout(), mostParticles);
        rowReward = new double[mostParticles];
        cumulative = new double[mostParticles * SEGMENT_SHARE];
        rowOf = new int[mostParticles * SEGMENT_SHARE];
        historyLanes = model.layout().history().size();
        history = new float[mostNodes * historyLanes];
        observation = new long[mostNodes];
        reference = new double[mostNodes];
        joined = new int[mostNodes];
        next = new int[mostNodes];
        start = new int[mostNodes];
        size = new int[mostNodes];
        room = new int[mostNodes];
        firstChild = new int[mostSlots];
        childCount = new int[mostSlots];
    }

    /** Bytes of a node. */
    static int nodeBytes(GenerativeModel model) {
        return 36 + 4 * model.layout().history().size();
    }

    /** Bytes of a slot. */
    static final int SLOT_BYTES = 8;

    /** Bytes of a particle. */
    static int particleBytes(GenerativeModel model) {
        return StateRows.bytes(model.layout()) + 8 + 12 * SEGMENT_SHARE;
    }

    void clear() {
        rows.clear();
        placesUsed = 0;
    }

    /** Whether another child can have its first particle. */
    boolean hasRoom() {
        return rows.hasRoom(1) && placesUsed + FIRST_SEGMENT <= cumulative.length;
    }

    /** Makes a slot that was never visited ready. */
    void open(int slot) {
        firstChild[slot] = -1;
        childCount[slot] = 0;
    }

    int count(int slot) {
        return childCount[slot];
    }

    /** The child of this observation, -1 when there is none. */
    int find(int slot, long wanted) {
        int child = firstChild[slot];
        while (child >= 0 && observation[child] != wanted) {
            child = next[child];
        }
        return child;
    }

    /** The child at quantile {@code u} of the numbers of episodes that joined by their own observation. */
    int pick(int slot, double u) {
        int total = 0;
        for (int child = firstChild[slot]; child >= 0; child = next[child]) {
            total += joined[child];
        }
        int target = (int) (u * total);
        int child = firstChild[slot];
        while (next[child] >= 0 && target >= joined[child]) {
            target -= joined[child];
            child = next[child];
        }
        return child;
    }

    void join(int child) {
        joined[child]++;
    }

    long observation(int child) {
        return observation[child];
    }

    /**
     * Adds a node as a child.
     *
     * @param state the state whose observation it is, its history already updated
     * @param logLikelihood of the observation in it: what other weights of this child are compared with
     */
    void add(int slot, int node, long newObservation, State state, double logLikelihood) {
        observation[node] = newObservation;
        reference[node] = Double.isFinite(logLikelihood) ? logLikelihood : 0.0;
        joined[node] = 1;
        size[node] = 0;
        room[node] = 0;
        next[node] = firstChild[slot];
        firstChild[slot] = node;
        childCount[slot]++;
        System.arraycopy(state.history, 0, history, node * historyLanes, historyLanes);
    }

    /** Appends a particle whose own observation is the child's. */
    boolean appendOwn(int child, State state, double reward) {
        return append(child, state, reference[child], reward);
    }

    /** Appends a particle; false when the memory is full. */
    boolean append(int child, State state, double logLikelihood, double reward) {
        if (!rows.hasRoom(1) || size[child] == room[child] && !extend(child)) {
            return false;
        }
        double weight = Math.exp(Math.min(LARGEST_EXPONENT, logLikelihood - reference[child]));
        int row = rows.add(state);
        rowReward[row] = reward;
        int at = start[child] + size[child];
        cumulative[at] = (size[child] == 0 ? 0.0 : cumulative[at - 1]) + (weight >= 0.0 ? weight : 0.0);
        rowOf[at] = row;
        size[child]++;
        return true;
    }

    private boolean extend(int child) {
        int wanted = Math.max(FIRST_SEGMENT, 2 * room[child]);
        if (placesUsed + wanted > cumulative.length) {
            return false;
        }
        System.arraycopy(cumulative, start[child], cumulative, placesUsed, size[child]);
        System.arraycopy(rowOf, start[child], rowOf, placesUsed, size[child]);
        start[child] = placesUsed;
        room[child] = wanted;
        placesUsed += wanted;
        return true;
    }

    /** Whether any particle of the child explains its observation. */
    boolean hasWeight(int child) {
        return size[child] > 0 && cumulative[start[child] + size[child] - 1] > 0.0;
    }

    /** Loads the particle at quantile {@code u} of the weights, with the child's history; returns its reward. */
    double draw(int child, double u, State out) {
        int from = start[child];
        int to = from + size[child];
        int found = Arrays.binarySearch(cumulative, from, to, u * cumulative[to - 1]);
        // a particle owns the half-open range that ends at its own sum; of equal sums only the first has weight
        int at = found >= 0 ? found + 1 : -found - 1;
        while (at < to - 1 && cumulative[at] == (at == from ? 0.0 : cumulative[at - 1])) {
            at++;
        }
        int row = rowOf[Math.min(at, to - 1)];
        rows.load(row, out);
        System.arraycopy(history, child * historyLanes, out.history, 0, historyLanes);
        return rowReward[row];
    }
}
