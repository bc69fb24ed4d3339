package org.teleost.tree;

import java.util.Arrays;

/**
 * The most visited part of a belief tree, copied out so that it outlives the next decision. Rows are belief nodes and
 * action edges in turn: row 0 is the root, the children of a belief are the actions simulated there, the children of an
 * action are the beliefs that its observations led to. After the root come its actions, as far as half of the rows
 * goes, so that the decision can be understood, then whatever has most visits. A parent always comes before its
 * children, and siblings are sorted by falling visits.
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
        offerChildren(tree, 0, copyBest(tree));
        int rootActions = Math.min(heapSize, limit / 2);
        int[] edges = new int[rootActions];
        for (int i = 0; i < rootActions; i++) {
            edges[i] = candidateIds[heap[0]];
            copyBest(tree);
        }
        for (int i = 0; i < rootActions; i++) {
            offerChildren(tree, edges[i], 1 + i);
        }
        while (heapSize > 0 && rows < limit) {
            int id = candidateIds[heap[0]];
            offerChildren(tree, id, copyBest(tree));
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

    /** Moves the candidate with most visits into a row of its own and returns the row. */
    private int copyBest(BeliefTree tree) {
        int best = pop();
        int id = candidateIds[best];
        int row = rows++;
        parents[row] = candidateParents[best];
        visits[row] = candidateVisits[best];
        if (parents[row] < 0 || isAction(parents[row])) {
            actions[row] = -1;
            observations[row] = tree.nodes.observation(id);
            values[row] = tree.value(id);
            probabilities[row] = Double.NaN;
            depths[row] = tree.nodes.depth(id);
        } else {
            actions[row] = tree.edges.action(id);
            observations[row] = 0;
            values[row] = tree.actionValue(id) + tree.potential(tree.edges.node(id));
            probabilities[row] = tree.weight(id);
            depths[row] = tree.nodes.depth(tree.edges.node(id)) + 1;
        }
        return row;
    }

    /** None of them can have more visits than their parent. */
    private void offerChildren(BeliefTree tree, int id, int row) {
        if (isAction(row)) {
            for (int node = tree.edges.firstChild(id); node >= 0; node = tree.nodes.nextSibling(node)) {
                offer(node, row, tree.nodes.visits(node));
            }
            return;
        }
        int start = tree.nodes.slotStart(id);
        for (int slot = start; slot < start + tree.nodes.slotCount(id); slot++) {
            int edge = tree.slotEdge(slot);
            offer(edge, row, tree.edges.visits(edge));
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
