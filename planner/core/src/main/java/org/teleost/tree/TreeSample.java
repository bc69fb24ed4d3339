package org.teleost.tree;

import java.util.Arrays;

/**
 * The most visited part of a belief tree, copied out so that it outlives the next decision. Rows are belief nodes and
 * action edges in turn: row 0 is the root, the children of a belief are the actions simulated there, the children of an
 * action are the beliefs that its observations led to. Rows are sorted by falling visits, and a parent always comes
 * before its children.
 *
 * <p>Reusable: arrays grow to the largest sample taken and are valid up to {@link #rows()}. Not thread safe.
 */
public final class TreeSample {
    /** Most rows that may be asked for. */
    public static final int MOST_ROWS = 100_000;

    private int[] parents = new int[0];
    private int[] actions = new int[0];
    private long[] observations = new long[0];
    private long[] visits = new long[0];
    private double[] values = new double[0];
    private double[] probabilities = new double[0];
    private int[] depths = new int[0];

    /** Candidates as a binary heap: most visits on top, then the one found first. */
    private int[] heap = new int[256];

    private int[] candidateIds = new int[256];
    private int[] candidateParents = new int[256];
    private long[] candidateVisits = new long[256];
    private int heapSize;
    private int candidates;
    private int rows;
    private int total;

    /** Number of valid rows. */
    public int rows() {
        return rows;
    }

    /** Belief nodes and action edges of the whole tree. */
    public int total() {
        return total;
    }

    /** Row of the parent, -1 for the root. */
    public int parent(int row) {
        return parents[row];
    }

    /** Whether the row is an action; else it is a belief. */
    public boolean isAction(int row) {
        return actions[row] >= 0;
    }

    /** Action id, -1 for a belief. */
    public int action(int row) {
        return actions[row];
    }

    /** Observation that led to this belief; 0 for the root and for actions. */
    public long observation(int row) {
        return observations[row];
    }

    /** N(b) or N(b,a): simulated episodes that came here. */
    public long visits(int row) {
        return visits[row];
    }

    /** V(b) or Q(b,a) of the last backup. */
    public double value(int row) {
        return values[row];
    }

    /** Probability of the action under the reference policy of its belief; NaN for a belief. */
    public double probability(int row) {
        return probabilities[row];
    }

    /** Actions from the root to here, the row's own included. */
    public int depth(int row) {
        return depths[row];
    }

    /**
     * Copies the most visited part of a tree.
     *
     * @param limit rows wanted, 1 to {@link #MOST_ROWS}; a smaller tree gives fewer
     */
    public void take(BeliefTree tree, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("limit=" + limit + "; allowed range 1 to " + MOST_ROWS);
        }
        total = tree.nodeCount() + tree.edgeCount();
        ensureRows(Math.min(limit, total));
        rows = 0;
        heapSize = 0;
        candidates = 0;
        offer(0, -1, rootVisits(tree));
        while (heapSize > 0 && rows < limit) {
            int best = pop();
            copy(tree, candidateIds[best], candidateParents[best], candidateVisits[best]);
        }
    }

    /** The tree counts visits of the root by its actions only. */
    private static long rootVisits(BeliefTree tree) {
        long sum = 0;
        int start = tree.nodes.slotStart(0);
        for (int slot = start; slot < start + tree.nodes.slotCount(0); slot++) {
            sum += tree.edges.visits(tree.slotEdge(slot));
        }
        return sum;
    }

    /** Writes a candidate's row and offers its children, none of which can have more visits. */
    private void copy(BeliefTree tree, int id, int parent, long count) {
        int row = rows++;
        parents[row] = parent;
        visits[row] = count;
        if (parent < 0 || actions[parent] >= 0) {
            belief(tree, id, row);
        } else {
            action(tree, id, row);
        }
    }

    private void belief(BeliefTree tree, int node, int row) {
        actions[row] = -1;
        observations[row] = tree.nodes.observation(node);
        values[row] = tree.nodes.value(node);
        probabilities[row] = Double.NaN;
        depths[row] = tree.nodes.depth(node);
        int start = tree.nodes.slotStart(node);
        for (int slot = start; slot < start + tree.nodes.slotCount(node); slot++) {
            int edge = tree.slotEdge(slot);
            offer(edge, row, tree.edges.visits(edge));
        }
    }

    private void action(BeliefTree tree, int edge, int row) {
        actions[row] = tree.edges.action(edge);
        observations[row] = 0;
        values[row] = tree.actionValue(edge);
        probabilities[row] = tree.weight(edge);
        depths[row] = tree.nodes.depth(tree.edges.node(edge)) + 1;
        for (int node = tree.edges.firstChild(edge); node >= 0; node = tree.nodes.nextSibling(node)) {
            offer(node, row, tree.nodes.visits(node));
        }
    }

    private void ensureRows(int wanted) {
        if (parents.length < wanted) {
            parents = new int[wanted];
            actions = new int[wanted];
            observations = new long[wanted];
            visits = new long[wanted];
            values = new double[wanted];
            probabilities = new double[wanted];
            depths = new int[wanted];
        }
    }

    private void offer(int id, int parent, long count) {
        if (candidates == candidateIds.length) {
            candidateIds = Arrays.copyOf(candidateIds, 2 * candidates);
            candidateParents = Arrays.copyOf(candidateParents, 2 * candidates);
            candidateVisits = Arrays.copyOf(candidateVisits, 2 * candidates);
            heap = Arrays.copyOf(heap, 2 * candidates);
        }
        int candidate = candidates++;
        candidateIds[candidate] = id;
        candidateParents[candidate] = parent;
        candidateVisits[candidate] = count;
        int at = heapSize++;
        while (at > 0 && before(candidate, heap[(at - 1) / 2])) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = candidate;
    }

    private int pop() {
        int top = heap[0];
        int last = heap[--heapSize];
        int at = 0;
        while (2 * at + 1 < heapSize) {
            int child = 2 * at + 1;
            if (child + 1 < heapSize && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], last)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return top;
    }

    private boolean before(int one, int other) {
        long difference = candidateVisits[one] - candidateVisits[other];
        return difference != 0 ? difference > 0 : one < other;
    }
}
