package org.teleost.tree;

/**
 * Belief nodes as flat tensors, one entry per node id; node 0 is the root. What an episode reads on its way down lies
 * in one row of eight ints per node, half a cache line, instead of in an array per field.
 */
public final class NodeTensor {
    private static final int ROW = 8;
    private static final int PARENT_EDGE = 0;
    private static final int OBSERVATION_LOW = 1;
    private static final int OBSERVATION_HIGH = 2;
    private static final int CREATED_PASS = 3;
    private static final int POOL = 4;
    private static final int SLOT_START = 5;
    private static final int SLOT_COUNT = 6;
    private static final int OPEN_VISITS = 7;

    private final int[] rows;

    /** Actions from the root. */
    public final int[] depth;

    /** Episodes that came through or stopped here, N(b,a,o). */
    public final int[] visits;

    /** V(b). */
    public final double[] value;

    /** Sum and number of leaf values of episodes that stopped here. */
    public final double[] leafSum;

    public final int[] leafCount;

    /** Last pass that visited the node, and the mass visits * value that its parent edge has booked for it. */
    public final int[] touchedPass;

    public final double[] bookedMass;

    /** Next child of the same edge. */
    public final int[] nextSibling;

    /** Next touched sibling of this pass. */
    public final int[] nextTouched;

    public final int[] slotCapacity;
    /** First edge touched by this pass, -1 for none; valid when touchedPass is the pass. */
    public final int[] touchedEdge;

    static final int BYTES = 4 * ROW + 4 + 4 + 8 + 8 + 4 + 4 + 8 + 4 + 4 + 4 + 4;

    NodeTensor(int capacity) {
        rows = new int[Math.multiplyExact(capacity, ROW)];
        depth = new int[capacity];
        visits = new int[capacity];
        value = new double[capacity];
        leafSum = new double[capacity];
        leafCount = new int[capacity];
        touchedPass = new int[capacity];
        bookedMass = new double[capacity];
        nextSibling = new int[capacity];
        nextTouched = new int[capacity];
        slotCapacity = new int[capacity];
        touchedEdge = new int[capacity];
    }

    /** Action edge that leads here, -1 for the root. */
    public int parentEdge(int node) {
        return rows[node * ROW + PARENT_EDGE];
    }

    /** Observation that leads here. */
    public long observation(int node) {
        int row = node * ROW;
        return (long) rows[row + OBSERVATION_HIGH] << 32 | rows[row + OBSERVATION_LOW] & 0xFFFFFFFFL;
    }

    /** Pass that created the node; the search of that pass treats it as unknown. */
    public int createdPass(int node) {
        return rows[node * ROW + CREATED_PASS];
    }

    /** Probability of drawing from the model's proposal. */
    public float pool(int node) {
        return Float.intBitsToFloat(rows[node * ROW + POOL]);
    }

    /** First slot of the node's edges. */
    public int slotStart(int node) {
        return rows[node * ROW + SLOT_START];
    }

    /** Number of edges that the last backup listed. */
    public int slotCount(int node) {
        return rows[node * ROW + SLOT_COUNT];
    }

    /** Visits when the last pass that came here ended: what the search of this pass may know. */
    public int openVisits(int node) {
        return rows[node * ROW + OPEN_VISITS];
    }

    /** Sets the mass of the proposal. */
    public void setPool(int node, double pool) {
        rows[node * ROW + POOL] = Float.floatToRawIntBits((float) pool);
    }

    /** Makes the visits so far known to the search. */
    public void openVisits(int node, int count) {
        rows[node * ROW + OPEN_VISITS] = count;
    }

    void setKey(int node, int parentEdge, long observation, int pass) {
        int row = node * ROW;
        rows[row + PARENT_EDGE] = parentEdge;
        rows[row + OBSERVATION_LOW] = (int) observation;
        rows[row + OBSERVATION_HIGH] = (int) (observation >>> 32);
        rows[row + CREATED_PASS] = pass;
    }

    void setSlots(int node, int start, int count) {
        rows[node * ROW + SLOT_START] = start;
        rows[node * ROW + SLOT_COUNT] = count;
    }
}
