package org.teleost.conformance;

import java.util.Arrays;
import java.util.List;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/** Lane-by-lane comparison and garbage; floats are compared bit for bit. */
final class Lanes {
    private static final int[] INT_GARBAGE = {Integer.MIN_VALUE + 7, 0x5bd1e995};
    private static final float[] FLOAT_GARBAGE = {Float.NaN, -1.5e30f};

    private Lanes() {}

    /** The first lane that differs as {@code name=a and b}, or null when all lanes agree. */
    static String difference(StateLayout layout, State a, State b) {
        String own = ownDifference(layout, a, b);
        return own != null ? own : historyDifference(layout, a, b);
    }

    /** As {@link #difference}, int and float lanes only. */
    static String ownDifference(StateLayout layout, State a, State b) {
        for (int i = 0; i < a.ints.length; i++) {
            if (a.ints[i] != b.ints[i]) {
                return layout.ints().get(i) + "=" + a.ints[i] + " and " + b.ints[i];
            }
        }
        return difference(layout.floats(), a.floats, b.floats);
    }

    /** As {@link #difference}, history lanes only. */
    static String historyDifference(StateLayout layout, State a, State b) {
        return difference(layout.history(), a.history, b.history);
    }

    private static String difference(List<String> names, float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Float.floatToIntBits(a[i]) != Float.floatToIntBits(b[i])) {
                return names.get(i) + "=" + a[i] + " and " + b[i];
            }
        }
        return null;
    }

    /** Fills the int and float lanes with one of two kinds of garbage. */
    static void spoilOwn(State state, int kind) {
        Arrays.fill(state.ints, INT_GARBAGE[kind]);
        Arrays.fill(state.floats, FLOAT_GARBAGE[kind]);
    }

    /** Fills the history lanes with one of two kinds of garbage. */
    static void spoilHistory(State state, int kind) {
        Arrays.fill(state.history, FLOAT_GARBAGE[kind]);
    }

    /** Name of the first lane that holds NaN, or null. */
    static String notANumber(StateLayout layout, State state) {
        for (int i = 0; i < state.floats.length; i++) {
            if (Float.isNaN(state.floats[i])) {
                return layout.floats().get(i);
            }
        }
        for (int i = 0; i < state.history.length; i++) {
            if (Float.isNaN(state.history[i])) {
                return layout.history().get(i);
            }
        }
        return null;
    }

    /** Hash of all lanes. */
    static long digest(State state) {
        long hash = Arrays.hashCode(state.ints);
        hash = hash * 0x9E3779B97F4A7C15L + Arrays.hashCode(state.floats);
        return hash * 0x9E3779B97F4A7C15L + Arrays.hashCode(state.history);
    }
}
