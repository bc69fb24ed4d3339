package org.teleost.tree;

/** Action edges as flat tensors, one entry per simulated (belief node, action). */
public final class EdgeTensor {
    /** Belief node b. */
    public final int[] node;

    /** Action a. */
    public final int[] action;

    /** N(b,a), terminal transitions included. */
    public final int[] visits;

    /** Visits that ended the episode. */
    public final int[] terminals;

    /** Sum of immediate rewards. */
    public final double[] rewardSum;

    /** Sum over children of N(b,a,o) V(b,a,o), kept up to date by the backup. */
    public final double[] futureSum;

    /** Leaf values of children that the memory budget refused. */
    public final double[] refusedSum;

    /** Pass that created the edge. */
    public final int[] createdPass;

    /** Visits of this pass, valid when touchedPass is the pass. */
    public final int[] passVisits;

    public final int[] touchedPass;

    /** First child, the others by nextSibling; newest first. */
    public final int[] firstChild;

    /** Place of the edge in its node's segment of slots. */
    public final int[] place;

    /** Next touched edge of the same node. */
    public final int[] nextTouched;

    /** First touched child of this pass, -1 for none. */
    public final int[] touchedChild;

    static final int BYTES = 4 + 4 + 4 + 4 + 8 + 8 + 8 + 4 + 4 + 4 + 4 + 4 + 4 + 4;

    EdgeTensor(int capacity) {
        node = new int[capacity];
        action = new int[capacity];
        visits = new int[capacity];
        terminals = new int[capacity];
        rewardSum = new double[capacity];
        futureSum = new double[capacity];
        refusedSum = new double[capacity];
        createdPass = new int[capacity];
        passVisits = new int[capacity];
        touchedPass = new int[capacity];
        firstChild = new int[capacity];
        place = new int[capacity];
        nextTouched = new int[capacity];
        touchedChild = new int[capacity];
    }
}
