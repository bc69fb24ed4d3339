package org.teleost.baselines.montecarlo;

import java.util.Arrays;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Nodes and the actions tried in them, as flat arrays: visits and mean returns, chosen by UCB1. A node gets its row of
 * slots when it is visited a second time. Up to {@link #DENSE} actions all legal ones are tried first, in random order;
 * of more, progressive widening (Couetoux et al. 2011) admits k N^alpha, drawn from the model's proposal.
 */
final class ActionTable {
    /** Actions that need no widening. */
    static final int DENSE = 48;

    private static final double WIDENING = 30.0;
    private static final double WIDENING_POWER = 1.0 / 30.0;
    private static final int ILLEGAL = -1;

    private final GenerativeModel model;
    private final UpperConfidence confidence;
    private final int actions;
    private final int width;
    private final boolean widens;

    private final int[] nodeVisits;
    private final int[] nodeSlots;
    private final int[] nodeTried;
    private final int[] visits;
    private final double[] value;
    private final int[] action;
    private int nodes;
    private int slots;

    /** @param mostNodes capacity; a part of that many rows of slots is enough, as most nodes are visited once */
    ActionTable(GenerativeModel model, UpperConfidence confidence, int mostNodes, int mostRows) {
        this.model = model;
        this.confidence = confidence;
        actions = model.actionCount();
        width = Math.min(actions, DENSE);
        widens = actions > DENSE;
        nodeVisits = new int[mostNodes];
        nodeSlots = new int[mostNodes];
        nodeTried = new int[mostNodes];
        visits = new int[mostRows * width];
        value = new double[mostRows * width];
        action = widens ? new int[mostRows * width] : new int[0];
    }

    /** Slots per node. */
    static int width(GenerativeModel model) {
        return Math.min(model.actionCount(), DENSE);
    }

    /** Bytes of a row of slots. */
    static int rowBytes(GenerativeModel model) {
        return width(model) * (model.actionCount() > DENSE ? 16 : 12);
    }

    /** Bytes of a node apart from its slots. */
    static final int NODE_BYTES = 12;

    void clear() {
        nodes = 0;
        slots = 0;
    }

    boolean isFull() {
        return nodes == nodeVisits.length;
    }

    int nodes() {
        return nodes;
    }

    /** Slots in use. */
    int slots() {
        return slots;
    }

    /** Adds a node without slots; the table must not be full. */
    int addNode() {
        nodeVisits[nodes] = 0;
        nodeSlots[nodes] = -1;
        nodeTried[nodes] = 0;
        return nodes++;
    }

    int visitsOf(int node) {
        return nodeVisits[node];
    }

    int visitsOfSlot(int slot) {
        return visits[slot];
    }

    double valueOfSlot(int slot) {
        return value[slot];
    }

    int actionOf(int slot) {
        return widens ? action[slot] : slot % width;
    }

    /** First slot of a node, -1 when it has none. */
    int firstSlot(int node) {
        return nodeSlots[node];
    }

    /** Number of slots of a node that may hold visits. */
    int slotCount(int node) {
        return nodeSlots[node] < 0 ? 0 : widens ? nodeTried[node] : width;
    }

    /** The slot to simulate next; -1 when the table has no room for the node's slots. */
    int select(int node, State state, RandomStream stream) {
        if (nodeSlots[node] < 0 && !open(node, state)) {
            return -1;
        }
        int fresh = widens ? widen(node, state, stream) : untried(node, state, stream);
        return fresh >= 0 ? fresh : best(node);
    }

    private boolean open(int node, State state) {
        if (slots + width > visits.length) {
            return false;
        }
        nodeSlots[node] = slots;
        if (!widens) {
            int legal = 0;
            for (int a = 0; a < width; a++) {
                boolean allowed = model.isLegal(state, a);
                visits[slots + a] = allowed ? 0 : ILLEGAL;
                value[slots + a] = 0.0;
                legal += allowed ? 1 : 0;
            }
            if (legal == 0) {
                throw new IllegalStateException("no action is legal; isLegal must allow at least one in every state");
            }
            // counts down: what is left to be tried
            nodeTried[node] = legal;
        }
        slots += width;
        return true;
    }

    private int untried(int node, State state, RandomStream stream) {
        if (nodeTried[node] == 0) {
            return -1;
        }
        int start = nodeSlots[node];
        int wanted = start + model.proposeAction(state, stream);
        int slot = wanted;
        while (visits[slot] != 0) {
            slot = slot + 1 == start + width ? start : slot + 1;
            if (slot == wanted) {
                return -1;
            }
        }
        return slot;
    }

    private int widen(int node, State state, RandomStream stream) {
        int tried = nodeTried[node];
        double allowed = WIDENING * Math.pow(Math.max(1, nodeVisits[node]), WIDENING_POWER);
        if (tried >= Math.min(width, (int) allowed)) {
            return -1;
        }
        int proposed = model.proposeAction(state, stream);
        int start = nodeSlots[node];
        for (int slot = start; slot < start + tried; slot++) {
            if (action[slot] == proposed) {
                return -1;
            }
        }
        int slot = start + tried;
        nodeTried[node]++;
        action[slot] = proposed;
        visits[slot] = 0;
        value[slot] = 0.0;
        return slot;
    }

    private int best(int node) {
        double bonus = confidence.bonus(Math.max(1, nodeVisits[node]));
        int start = nodeSlots[node];
        int end = start + (widens ? nodeTried[node] : width);
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int slot = start; slot < end; slot++) {
            int n = visits[slot];
            if (n <= 0) {
                continue;
            }
            double bound = value[slot] + bonus * UpperConfidence.inverseRoot(n);
            if (bound > highest) {
                highest = bound;
                best = slot;
            }
        }
        return best;
    }

    /** Books a return. */
    void book(int node, int slot, double episodeReturn) {
        nodeVisits[node]++;
        if (visits[slot]++ == 0 && !widens) {
            nodeTried[node]--;
        }
        value[slot] += (episodeReturn - value[slot]) / visits[slot];
    }

    /** Fills the arrays that a test or the answer reads: visits per action of a node. */
    void copyVisits(int node, long[] out) {
        Arrays.fill(out, 0);
        for (int slot = firstSlot(node); slot < firstSlot(node) + slotCount(node); slot++) {
            out[actionOf(slot)] = Math.max(0, visits[slot]);
        }
    }
}
