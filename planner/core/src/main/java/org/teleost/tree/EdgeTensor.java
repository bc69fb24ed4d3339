package org.teleost.tree;

import java.util.Arrays;

/**
 * Action edges as flat tensors, one row per simulated (belief node, action). What booking and backup use together lies
 * in one row, half a cache line, instead of in an array per field.
 */
public final class EdgeTensor {
    private static final int ROW = 8;
    private static final int NODE = 0;
    private static final int VISITS = 1;
    private static final int CREATED_PASS = 2;
    private static final int TOUCHED_PASS = 3;
    private static final int PASS_VISITS = 4;
    private static final int NEXT_TOUCHED = 5;
    private static final int TOUCHED_CHILD = 6;
    private static final int PLACE = 7;

    private static final int SUM_ROW = 4;
    private static final int REWARD = 0;
    private static final int FUTURE = 1;
    private static final int REFUSED = 2;
    private static final int PRIOR = 3;

    static final int BYTES = 4 * ROW + 8 * SUM_ROW + 4 + 4 + 4;

    private final int[] counts;
    private final double[] sums;
    private final int[] action;
    private final int[] terminals;
    private final int[] firstChild;

    /** Where observations are shared: visits as the last backup left them, and number of children. */
    private final int[] openVisits;

    private final int[] children;

    /** Where actions are continuous: their coordinates, edge by edge. */
    private final int laneCount;

    private final float[] lanes;

    /** Where states are asked for their best actions: how often, and how often they differed from the state before. */
    private final int[] asked;

    private final int[] differed;

    EdgeTensor(int capacity, boolean shared, int actionLanes, boolean asks) {
        asked = new int[asks ? capacity : 0];
        differed = new int[asks ? capacity : 0];
        laneCount = actionLanes;
        lanes = new float[Math.multiplyExact(capacity, actionLanes)];
        openVisits = new int[shared ? capacity : 0];
        children = new int[shared ? capacity : 0];
        counts = new int[Math.multiplyExact(capacity, ROW)];
        sums = new double[Math.multiplyExact(capacity, SUM_ROW)];
        action = new int[capacity];
        terminals = new int[capacity];
        firstChild = new int[capacity];
    }

    void create(int edge, int node, int edgeAction, int pass) {
        int row = edge * ROW;
        Arrays.fill(counts, row, row + ROW, 0);
        counts[row + NODE] = node;
        counts[row + CREATED_PASS] = pass;
        counts[row + TOUCHED_PASS] = -1;
        Arrays.fill(sums, edge * SUM_ROW, (edge + 1) * SUM_ROW, 0.0);
        action[edge] = edgeAction;
        terminals[edge] = 0;
        firstChild[edge] = -1;
        if (children.length > 0) {
            openVisits[edge] = 0;
            children[edge] = 0;
        }
        if (asked.length > 0) {
            asked[edge] = 0;
            differed[edge] = 0;
        }
    }

    void createWithLanes(int edge, int node, int key, float[] from, int offset, double prior, int pass) {
        create(edge, node, key, pass);
        System.arraycopy(from, offset, lanes, edge * laneCount, laneCount);
        sums[edge * SUM_ROW + PRIOR] = prior;
    }

    /** New links of an edge that is about to move; it then belongs to pass 0. */
    void relink(int edge, int node, int child) {
        counts[edge * ROW + NODE] = node;
        counts[edge * ROW + CREATED_PASS] = 0;
        counts[edge * ROW + TOUCHED_PASS] = -1;
        firstChild[edge] = child;
    }

    /** Copies everything of an edge over another. */
    void moveRow(int from, int to) {
        if (from == to) {
            return;
        }
        System.arraycopy(counts, from * ROW, counts, to * ROW, ROW);
        System.arraycopy(sums, from * SUM_ROW, sums, to * SUM_ROW, SUM_ROW);
        System.arraycopy(lanes, from * laneCount, lanes, to * laneCount, laneCount);
        action[to] = action[from];
        terminals[to] = terminals[from];
        firstChild[to] = firstChild[from];
        if (children.length > 0) {
            openVisits[to] = openVisits[from];
            children[to] = children[from];
        }
        if (asked.length > 0) {
            asked[to] = asked[from];
            differed[to] = differed[from];
        }
    }

    /** Copies the coordinates of a continuous action. */
    public void loadLanes(int edge, float[] to, int offset) {
        System.arraycopy(lanes, edge * laneCount, to, offset, laneCount);
    }

    /** One coordinate of a continuous action. */
    public float lane(int edge, int i) {
        return lanes[edge * laneCount + i];
    }

    /** Density of the model's proposal over that of the one that drew the continuous action. */
    public double prior(int edge) {
        return sums[edge * SUM_ROW + PRIOR];
    }

    /** Visits as the last backup left them. */
    public int openVisits(int edge) {
        return openVisits[edge];
    }

    /** Makes the visits so far known to the search. */
    public void openVisits(int edge, int count) {
        openVisits[edge] = count;
    }

    /** Number of children. */
    public int children(int edge) {
        return children[edge];
    }

    /** Counts a new child. */
    public void addChild(int edge) {
        children[edge]++;
    }

    /** Books two states of one child: in how many of {@code parts} of an action the best ones differ. */
    void addDisagreement(int edge, int different, int parts) {
        asked[edge] += parts;
        differed[edge] += different;
    }

    int asked(int edge) {
        return asked[edge];
    }

    int differed(int edge) {
        return differed[edge];
    }

    /** Belief node b. */
    public int node(int edge) {
        return counts[edge * ROW + NODE];
    }

    /** Action a. */
    public int action(int edge) {
        return action[edge];
    }

    /** N(b,a), terminal transitions included. */
    public int visits(int edge) {
        return counts[edge * ROW + VISITS];
    }

    /** Visits that ended the episode. */
    public int terminals(int edge) {
        return terminals[edge];
    }

    /** Counts a visit that ended the episode. */
    public void addTerminal(int edge) {
        terminals[edge]++;
    }

    /**
     * Books one visit and its reward; true when the pass had not come here yet, and its lists of the edge start empty.
     */
    boolean visit(int edge, double reward, int pass) {
        int row = edge * ROW;
        counts[row + VISITS]++;
        sums[edge * SUM_ROW + REWARD] += reward;
        if (counts[row + TOUCHED_PASS] == pass) {
            counts[row + PASS_VISITS]++;
            return false;
        }
        counts[row + TOUCHED_PASS] = pass;
        counts[row + PASS_VISITS] = 1;
        counts[row + TOUCHED_CHILD] = -1;
        return true;
    }

    /** Pass that last visited the edge. */
    public int touchedPass(int edge) {
        return counts[edge * ROW + TOUCHED_PASS];
    }

    /** Visits of this pass, valid when the pass touched the edge. */
    public int passVisits(int edge) {
        return counts[edge * ROW + PASS_VISITS];
    }

    /** Pass that created the edge. */
    public int createdPass(int edge) {
        return counts[edge * ROW + CREATED_PASS];
    }

    /** Adds the leaf value of a child that the memory budget refused. */
    public void addRefused(int edge, double leaf) {
        sums[edge * SUM_ROW + REFUSED] += leaf;
    }

    /** Changes the sum over children of N(b,a,o) V(b,a,o). */
    public void addFuture(int edge, double change) {
        sums[edge * SUM_ROW + FUTURE] += change;
    }

    /** Mean reward plus {@code discount} times the mean value of what follows. */
    public double actionValue(int edge, double discount) {
        int row = edge * SUM_ROW;
        return (sums[row + REWARD] + discount * (sums[row + FUTURE] + sums[row + REFUSED]))
                / counts[edge * ROW + VISITS];
    }

    /** First child, the others by nextSibling; newest first. */
    public int firstChild(int edge) {
        return firstChild[edge];
    }

    void setFirstChild(int edge, int node) {
        firstChild[edge] = node;
    }

    /** Place of the edge in its node's segment of slots. */
    public int place(int edge) {
        return counts[edge * ROW + PLACE];
    }

    void setPlace(int edge, int place) {
        counts[edge * ROW + PLACE] = place;
    }

    /** Next edge of the same node touched by this pass, -1 for none. */
    public int nextTouched(int edge) {
        return counts[edge * ROW + NEXT_TOUCHED];
    }

    void setNextTouched(int edge, int next) {
        counts[edge * ROW + NEXT_TOUCHED] = next;
    }

    /** First child touched by this pass, -1 for none. */
    public int touchedChild(int edge) {
        return counts[edge * ROW + TOUCHED_CHILD];
    }

    public void setTouchedChild(int edge, int node) {
        counts[edge * ROW + TOUCHED_CHILD] = node;
    }
}
