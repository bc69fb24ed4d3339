package org.teleost.baselines.montecarlo;

import java.util.Arrays;

/** (slot, observation) to node by open addressing; the part in use grows with the tree. */
final class ChildTable {
    private static final int SMALLEST = 1 << 12;

    private final long[] observation;
    private final int[] slot;

    /** Node plus one, 0 for an empty place. */
    private final int[] node;

    private int mask = SMALLEST - 1;
    private int used;

    /** For so many nodes, at a load of at most one half. */
    ChildTable(int mostNodes) {
        int places = places(mostNodes);
        observation = new long[places];
        slot = new int[places];
        node = new int[places];
    }

    static int places(int mostNodes) {
        return Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, mostNodes - 1)) * 4);
    }

    /** Bytes per node at the worst size. */
    static final int BYTES_PER_NODE = 64;

    void clear() {
        Arrays.fill(node, 0, mask + 1, 0);
        while (mask + 1 > SMALLEST && 8L * used <= mask + 1) {
            mask >>>= 1;
        }
        used = 0;
    }

    /** The node under the key, -1 when there is none. */
    int find(int wantedSlot, long wanted) {
        for (int at = hash(wantedSlot, wanted) & mask; ; at = (at + 1) & mask) {
            int found = node[at];
            if (found == 0) {
                return -1;
            }
            if (slot[at] == wantedSlot && observation[at] == wanted) {
                return found - 1;
            }
        }
    }

    /** Adds a key that is not in it. */
    void add(int newSlot, long newObservation, int newNode) {
        if (2 * (used + 1) > mask + 1 && mask + 1 < node.length) {
            grow();
        }
        used++;
        insert(newSlot, newObservation, newNode + 1);
    }

    private void insert(int newSlot, long newObservation, int entry) {
        int at = hash(newSlot, newObservation) & mask;
        while (node[at] != 0) {
            at = (at + 1) & mask;
        }
        slot[at] = newSlot;
        observation[at] = newObservation;
        node[at] = entry;
    }

    /** Doubles the part in use; entries of the old part move at most once, to the place that they now hash to. */
    private void grow() {
        int places = mask + 1;
        int[] oldSlot = Arrays.copyOf(slot, places);
        long[] oldObservation = Arrays.copyOf(observation, places);
        int[] oldNode = Arrays.copyOf(node, places);
        Arrays.fill(node, 0, places, 0);
        mask = 2 * places - 1;
        for (int i = 0; i < places; i++) {
            if (oldNode[i] != 0) {
                insert(oldSlot[i], oldObservation[i], oldNode[i]);
            }
        }
    }

    private static int hash(int slot, long observation) {
        long h = (observation ^ (slot * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        return (int) (h ^ (h >>> 32));
    }
}
