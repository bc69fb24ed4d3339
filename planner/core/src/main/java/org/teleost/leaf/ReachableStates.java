package org.teleost.leaf;

import java.util.Arrays;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/**
 * Numbers states in the order in which they are found, behind an open-addressing table. Two states are the same when
 * their int lanes and the {@link LaneBins} of their float lanes are; history lanes are kept as they were found first.
 * Where bins merge states, several examples of each are kept.
 */
final class ReachableStates {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int EXAMPLES = 6;

    private final LaneBins bins;
    private final int intLanes;
    private final int floatLanes;
    private final int historyLanes;
    private final int most;

    /** Keys by number, lanes of the examples, and how many examples there are. */
    private int[] keys;

    private int[] rows;
    private float[] histories;
    private byte[] examples;
    private int[] table;
    private int count;

    ReachableStates(StateLayout layout, LaneBins bins) {
        this.bins = bins;
        intLanes = layout.ints().size();
        floatLanes = layout.floats().size();
        historyLanes = layout.history().size();
        most = bins.merges() ? EXAMPLES : 1;
        keys = new int[1024 * (intLanes + floatLanes)];
        rows = new int[keys.length * most];
        histories = new float[1024 * historyLanes];
        examples = new byte[1024];
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
        int id = table[slot];
        if (id >= 0) {
            if (examples[id] < most) {
                keep(id, state);
            }
            return id;
        }
        id = count;
        if (id == examples.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(keys.length, 2));
            rows = Arrays.copyOf(rows, Math.multiplyExact(rows.length, 2));
            histories = Arrays.copyOf(histories, histories.length * 2);
            examples = Arrays.copyOf(examples, examples.length * 2);
        }
        for (int i = 0; i < intLanes + floatLanes; i++) {
            keys[id * (intLanes + floatLanes) + i] = key(state, i);
        }
        System.arraycopy(state.history, 0, histories, id * historyLanes, historyLanes);
        keep(id, state);
        table[slot] = count++;
        if (4L * count > table.length) {
            grow();
        }
        return id;
    }

    private void keep(int id, State state) {
        int row = (id * most + examples[id]++) * (intLanes + floatLanes);
        System.arraycopy(state.ints, 0, rows, row, intLanes);
        for (int i = 0; i < floatLanes; i++) {
            rows[row + intLanes + i] = Float.floatToRawIntBits(state.floats[i]);
        }
    }

    /** Number of examples of a state. */
    int examples(int id) {
        return examples[id];
    }

    /** Copies an example of state number {@code id} into {@code out}. */
    void load(int id, int example, State out) {
        int row = (id * most + example) * (intLanes + floatLanes);
        System.arraycopy(rows, row, out.ints, 0, intLanes);
        for (int i = 0; i < floatLanes; i++) {
            out.floats[i] = Float.intBitsToFloat(rows[row + intLanes + i]);
        }
        System.arraycopy(histories, id * historyLanes, out.history, 0, historyLanes);
    }

    private int key(State state, int lane) {
        return lane < intLanes ? state.ints[lane] : bins.key(lane - intLanes, state.floats[lane - intLanes]);
    }

    private int slot(State state) {
        long hash = 0;
        for (int i = 0; i < intLanes + floatLanes; i++) {
            hash = fold(hash, key(state, i));
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
        for (int i = 0; i < intLanes + floatLanes; i++) {
            if (keys[row + i] != key(state, i)) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        table = new int[2 * table.length];
        Arrays.fill(table, -1);
        int lanes = intLanes + floatLanes;
        for (int id = 0; id < count; id++) {
            long hash = 0;
            for (int i = 0; i < lanes; i++) {
                hash = fold(hash, keys[id * lanes + i]);
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
