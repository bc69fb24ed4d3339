package org.teleost.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * (parent, value) -> id by open addressing. A slot holds an id and half of the key's hash, which spares most looks at
 * keys that differ; keys are then compared in full in the tensors that the ids index. One thread inserts; others may
 * look up at the same time and see an id only after its keys. The active part of the table grows with the tree, so that
 * a short decision touches and clears little memory.
 */
final class IdTable {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int SMALLEST = 1 << 10;

    /** Full keys of the ids. */
    interface Keys {
        int parent(int id);

        long value(int id);
    }

    private final long[] slots;
    private final Keys keys;
    private int mask = SMALLEST - 1;

    /** A table for ids 0 .. capacity - 1. */
    IdTable(int capacity, Keys keys) {
        this.keys = keys;
        slots = new long[slotsFor(capacity)];
    }

    /** Slots that hold {@code ids} ids at a load of at most one half. */
    static int slotsFor(int ids) {
        return Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, ids - 1)) * 4);
    }

    /** The id stored under the key, -1 when there is none. */
    int find(int parent, long value) {
        long hash = hash(parent, value);
        int mark = (int) (hash >>> 32);
        int at = (int) hash & mask;
        for (; ; ) {
            long slot = (long) SLOT.getAcquire(slots, at);
            if (slot == 0) {
                return -1;
            }
            int id = (int) slot - 1;
            if ((int) (slot >>> 32) == mark && keys.parent(id) == parent && keys.value(id) == value) {
                return id;
            }
            at = (at + 1) & mask;
        }
    }

    /** Publishes an id whose keys are already in the tensors and not yet in the table. */
    void insert(int id) {
        long hash = hash(keys.parent(id), keys.value(id));
        int at = (int) hash & mask;
        while (slots[at] != 0) {
            at = (at + 1) & mask;
        }
        SLOT.setRelease(slots, at, (hash & 0xFFFFFFFF00000000L) | (id + 1));
    }

    /** Makes room for ids 0 .. count - 1 of which the first {@code used} are inserted; not concurrent with look-ups. */
    void ensure(int count, int used) {
        int wanted = Math.min(slots.length, slotsFor(count));
        if (wanted - 1 <= mask) {
            return;
        }
        Arrays.fill(slots, 0, mask + 1, 0L);
        mask = wanted - 1;
        for (int id = 0; id < used; id++) {
            insert(id);
        }
    }

    /**
     * Forgets everything. Keeps the size for the next decision of the same kind, so that it need not grow again, and
     * halves it when {@code used} ids filled little of it.
     */
    void clear(int used) {
        Arrays.fill(slots, 0, mask + 1, 0L);
        if (mask + 1 > SMALLEST && slotsFor(used) * 4 <= mask + 1) {
            mask >>>= 1;
        }
    }

    /** Holds ids 0 .. count - 1 alone, whose keys have changed; {@code used} ids were in the table before. */
    void rebuild(int used, int count) {
        clear(used);
        for (int id = 0; id < count; id++) {
            insert(id);
        }
    }

    private static long hash(int parent, long value) {
        long h = (value ^ (parent * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        return h ^ (h >>> 29);
    }
}
