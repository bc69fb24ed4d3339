package org.teleost.solvers.sarsop;

import java.util.Arrays;

/** Open-addressing table from longs that are not negative to ints. */
final class LongIntMap {
    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int count;

    LongIntMap() {
        Arrays.fill(keys, -1L);
    }

    /** The value of a key, which becomes {@code value} when it had none. */
    int putIfAbsent(long key, int value) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 33) & mask;
        while (keys[slot] >= 0) {
            if (keys[slot] == key) {
                return values[slot];
            }
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = value;
        if (2 * ++count > keys.length) {
            grow();
        }
        return value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        Arrays.fill(keys, -1L);
        count = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                putIfAbsent(oldKeys[i], oldValues[i]);
            }
        }
    }
}
