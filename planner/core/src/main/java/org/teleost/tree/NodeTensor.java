package org.teleost.tree;

import java.util.Arrays;

/**
 * Belief nodes as flat tensors, one row per node id; node 0 is the root. Fields that are used together lie in one row,
 * half a cache line, instead of in an array each: what an episode reads on its way down, what booking and backup count,
 * and the sums of the backup.
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

    private static final int VISITS = 0;
    private static final int LEAF_COUNT = 1;
    private static final int TOUCHED_PASS = 2;
    private static final int TOUCHED_EDGE = 3;
    private static final int NEXT_TOUCHED = 4;
    private static final int NEXT_SIBLING = 5;
    private static final int DEPTH = 6;
    private static final int SLOT_CAPACITY = 7;

    private static final int SUM_ROW = 4;
    private static final int VALUE = 0;
    private static final int BOOKED_MASS = 1;
    private static final int LEAF_SUM = 2;
    private static final int UPDATES = 3;

    static final int BYTES = 2 * 4 * ROW + 8 * SUM_ROW;

    /** Read by the search. */
    private final int[] rows;

    /** Counts and lists of booking and backup. */
    private final int[] counts;

    private final double[] sums;

    /** Where observations are shared: mean likelihood as the last backup left it, and number and sum of likelihoods. */
    private final double[] openLikelihood;

    private final double[] likelihoodSum;
    private final int[] likelihoodCount;

    /** Where rewards are shaped: sum of the potentials of the states that came here. */
    private final double[] potentialSum;

    /** Where states are asked for their best actions: that of the last one asked here, -1 for none. */
    private final int[] bestAction;

    NodeTensor(int capacity, boolean shared, boolean shaped, boolean asked) {
        bestAction = new int[asked ? capacity : 0];
        potentialSum = new double[shaped ? capacity : 0];
        openLikelihood = new double[shared ? capacity : 0];
        likelihoodSum = new double[shared ? capacity : 0];
        likelihoodCount = new int[shared ? capacity : 0];
        rows = new int[Math.multiplyExact(capacity, ROW)];
        counts = new int[Math.multiplyExact(capacity, ROW)];
        sums = new double[Math.multiplyExact(capacity, SUM_ROW)];
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

    /** A node without visits. */
    void clear(int node, int depth) {
        setSlots(node, 0, 0);
        setPool(node, 1.0);
        openVisits(node, 0);
        int row = node * ROW;
        Arrays.fill(counts, row, row + ROW, 0);
        counts[row + TOUCHED_PASS] = -1;
        counts[row + DEPTH] = depth;
        Arrays.fill(sums, node * SUM_ROW, (node + 1) * SUM_ROW, 0.0);
        if (potentialSum.length > 0) {
            potentialSum[node] = 0.0;
        }
        if (bestAction.length > 0) {
            bestAction[node] = -1;
        }
        if (openLikelihood.length > 0) {
            openLikelihood[node] = 0.0;
            likelihoodSum[node] = 0.0;
            likelihoodCount[node] = 0;
        }
    }

    /** New links of a node that is about to move; it then belongs to pass 0. */
    void relink(int node, int parentEdge, int sibling, int depth) {
        rows[node * ROW + PARENT_EDGE] = parentEdge;
        rows[node * ROW + CREATED_PASS] = 0;
        counts[node * ROW + TOUCHED_PASS] = -1;
        counts[node * ROW + NEXT_SIBLING] = sibling;
        counts[node * ROW + DEPTH] = depth;
    }

    /** Copies everything of a node over another. */
    void moveRow(int from, int to) {
        if (from == to) {
            return;
        }
        System.arraycopy(rows, from * ROW, rows, to * ROW, ROW);
        System.arraycopy(counts, from * ROW, counts, to * ROW, ROW);
        System.arraycopy(sums, from * SUM_ROW, sums, to * SUM_ROW, SUM_ROW);
        if (potentialSum.length > 0) {
            potentialSum[to] = potentialSum[from];
        }
        if (bestAction.length > 0) {
            bestAction[to] = bestAction[from];
        }
        if (openLikelihood.length > 0) {
            openLikelihood[to] = openLikelihood[from];
            likelihoodSum[to] = likelihoodSum[from];
            likelihoodCount[to] = likelihoodCount[from];
        }
    }

    /** The root has no visits, no observation and no leaf values of its own. */
    void makeRoot(int node) {
        setKey(node, -1, 0, 0);
        counts[node * ROW + VISITS] = 0;
        counts[node * ROW + LEAF_COUNT] = 0;
        sums[node * SUM_ROW + LEAF_SUM] = 0.0;
        sums[node * SUM_ROW + BOOKED_MASS] = 0.0;
        openVisits(node, 0);
    }

    /** Mean likelihood of the node's observation over the episodes of its edge, as the last backup left it. */
    public double openLikelihood(int node) {
        return openLikelihood[node];
    }

    /** Books the likelihood of the node's observation in the state of an episode of its edge. */
    public void addLikelihood(int node, double likelihood) {
        likelihoodSum[node] += likelihood;
        likelihoodCount[node]++;
    }

    /** Makes the likelihoods so far known to the search. */
    public void openLikelihoods(int node) {
        openLikelihood[node] = likelihoodSum[node] / likelihoodCount[node];
    }

    /** Actions from the root. */
    public int depth(int node) {
        return counts[node * ROW + DEPTH];
    }

    /** Episodes that came through or stopped here, N(b,a,o). */
    public int visits(int node) {
        return counts[node * ROW + VISITS];
    }

    /** Counts an episode that comes through or stops here. */
    public void visit(int node) {
        counts[node * ROW + VISITS]++;
    }

    /** V(b). */
    public double value(int node) {
        return sums[node * SUM_ROW + VALUE];
    }

    public void setValue(int node, double value) {
        sums[node * SUM_ROW + VALUE] = value;
    }

    /** Books the potential of a state that came here. */
    public void addPotential(int node, double potential) {
        potentialSum[node] += potential;
    }

    /** Notes the best action of a state that came here; returns that of the one before, -1 for the first. */
    public int exchangeBest(int node, int action) {
        int before = bestAction[node];
        bestAction[node] = action;
        return before;
    }

    double potentialSum(int node) {
        return potentialSum[node];
    }

    /** Counts an update of the node's preferences and returns how many there were. */
    public double countUpdate(int node) {
        return ++sums[node * SUM_ROW + UPDATES];
    }

    /** Sum of the leaf values of episodes that stopped here. */
    public double leafSum(int node) {
        return sums[node * SUM_ROW + LEAF_SUM];
    }

    /** Number of episodes that stopped here. */
    public int leafCount(int node) {
        return counts[node * ROW + LEAF_COUNT];
    }

    /** Books an episode that stopped here. */
    public void addLeaf(int node, double leaf) {
        sums[node * SUM_ROW + LEAF_SUM] += leaf;
        counts[node * ROW + LEAF_COUNT]++;
    }

    /** Brings the mass visits * value up to date; returns by how much it changed since the parent edge booked it. */
    public double bookMass(int node) {
        int row = node * SUM_ROW;
        double mass = counts[node * ROW + VISITS] * sums[row + VALUE];
        double change = mass - sums[row + BOOKED_MASS];
        sums[row + BOOKED_MASS] = mass;
        return change;
    }

    /** Starts the node's part in a pass; true when the pass had not come here yet. */
    public boolean touch(int node, int pass) {
        int row = node * ROW;
        if (counts[row + TOUCHED_PASS] == pass) {
            return false;
        }
        counts[row + TOUCHED_PASS] = pass;
        counts[row + TOUCHED_EDGE] = -1;
        return true;
    }

    /** First edge touched by this pass, -1 for none; valid for a node touched by the pass. */
    public int touchedEdge(int node) {
        return counts[node * ROW + TOUCHED_EDGE];
    }

    void setTouchedEdge(int node, int edge) {
        counts[node * ROW + TOUCHED_EDGE] = edge;
    }

    /** Next child of the same edge touched by this pass, -1 for none. */
    public int nextTouched(int node) {
        return counts[node * ROW + NEXT_TOUCHED];
    }

    public void setNextTouched(int node, int next) {
        counts[node * ROW + NEXT_TOUCHED] = next;
    }

    /** Next child of the same edge, -1 for none. */
    public int nextSibling(int node) {
        return counts[node * ROW + NEXT_SIBLING];
    }

    void setNextSibling(int node, int next) {
        counts[node * ROW + NEXT_SIBLING] = next;
    }

    int slotCapacity(int node) {
        return counts[node * ROW + SLOT_CAPACITY];
    }

    void setSlotCapacity(int node, int slots) {
        counts[node * ROW + SLOT_CAPACITY] = slots;
    }
}
