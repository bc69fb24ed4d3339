package org.teleost.leaf;

import java.util.Arrays;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/**
 * Numbers states in the order in which they are found: rows of lanes behind an open-addressing table. Two states are
 * the same when their int and float lanes have the same bits; history lanes are kept as they were found first.
 */
final class ReachableStates {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private final int intLanes;
    private final int floatLanes;
    private final int historyLanes;
    private int[] rows;
    private float[] histories;
    private int[] table;
    private int count;

    ReachableStates(StateLayout layout) {
        intLanes = layout.ints().size();
        floatLanes = layout.floats().size();
        historyLanes = layout.history().size();
        rows = new int[1024 * (intLanes + floatLanes)];
        histories = new float[1024 * historyLanes];
        table = new int[4096];
        Arrays.fill(table, -1);
    }

    int count() {
        return count;
    }

    /** Number of the state, -1 when it was never added. */
    int find(State state) {
        return table[slot(state)];
    }

    /** Number of the state, added if it is new. */
    int add(State state) {
        int slot = slot(state);
        if (table[slot] >= 0) {
            return table[slot];
        }
        int lanes = intLanes + floatLanes;
        if ((count + 1) * lanes > rows.length) {
            rows = Arrays.copyOf(rows, Math.multiplyExact(rows.length, 2));
            histories = Arrays.copyOf(histories, histories.length * 2);
        }
        int row = count * lanes;
        System.arraycopy(state.ints, 0, rows, row, intLanes);
        for (int i = 0; i < floatLanes; i++) {
            rows[row + intLanes + i] = Float.floatToRawIntBits(state.floats[i]);
        }
        System.arraycopy(state.history, 0, histories, count * historyLanes, historyLanes);
        table[slot] = count++;
        if (4L * count > table.length) {
            grow();
        }
        return count - 1;
    }

    /** Copies state number {@code id} into {@code out}. */
    void load(int id, State out) {
        int row = id * (intLanes + floatLanes);
        System.arraycopy(rows, row, out.ints, 0, intLanes);
        for (int i = 0; i < floatLanes; i++) {
            out.floats[i] = Float.intBitsToFloat(rows[row + intLanes + i]);
        }
        System.arraycopy(histories, id * historyLanes, out.history, 0, historyLanes);
    }

    private int slot(State state) {
        long hash = 0;
        for (int lane : state.ints) {
            hash = fold(hash, lane);
        }
        for (float lane : state.floats) {
            hash = fold(hash, Float.floatToRawIntBits(lane));
        }
        int mask = table.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (table[slot] >= 0 && !same(table[slot], state)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean same(int id, State state) {
        int row = id * (intLanes + floatLanes);
        for (int i = 0; i < intLanes; i++) {
            if (rows[row + i] != state.ints[i]) {
                return false;
            }
        }
        for (int i = 0; i < floatLanes; i++) {
            if (rows[row + intLanes + i] != Float.floatToRawIntBits(state.floats[i])) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        int[] old = table;
        table = new int[2 * old.length];
        Arrays.fill(table, -1);
        int lanes = intLanes + floatLanes;
        for (int id = 0; id < count; id++) {
            long hash = 0;
            for (int i = 0; i < lanes; i++) {
                hash = fold(hash, rows[id * lanes + i]);
            }
            int slot = (int) (hash >>> 32) & (table.length - 1);
            while (table[slot] >= 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = id;
        }
    }

    private static long fold(long hash, int lane) {
        long mixed = (hash ^ lane) * GOLDEN;
        return mixed ^ (mixed >>> 29);
    }
}
