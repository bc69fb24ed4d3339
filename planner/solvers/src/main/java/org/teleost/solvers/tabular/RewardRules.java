package org.teleost.solvers.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rewards as a file states them: rules of four indexes of which any may be a wildcard; the rule written last wins.
 * Rules with wildcards in the same places share a hash table, so a look-up costs one probe per kind of rule in the
 * file.
 */
public final class RewardRules implements Rewards {
    /** Index of a wildcard. */
    public static final int ANY = -1;

    private static final int ACTION = 1;
    private static final int STATE = 2;
    private static final int NEXT = 4;
    private static final int OBSERVATION = 8;

    private final Kind[] kinds = new Kind[16];
    private Kind[] used = new Kind[0];
    private int sequence;

    /** One rule, for writing. */
    public record Rule(int action, int state, int next, int observation, double value) {}

    /** Adds a rule that overrides earlier ones. */
    public void add(int action, int state, int next, int observation, double value) {
        int pattern = (action == ANY ? 0 : ACTION)
                | (state == ANY ? 0 : STATE)
                | (next == ANY ? 0 : NEXT)
                | (observation == ANY ? 0 : OBSERVATION);
        Kind kind = kinds[pattern];
        if (kind == null) {
            kind = new Kind(pattern);
            kinds[pattern] = kind;
            used = Arrays.copyOf(used, used.length + 1);
            used[used.length - 1] = kind;
        }
        kind.put(pair(action, state), pair(next, observation), value, sequence++);
    }

    @Override
    public double at(int action, int state, int next, int observation) {
        double best = 0.0;
        int latest = -1;
        for (Kind kind : used) {
            int slot = kind.find(action, state, next, observation);
            if (slot >= 0 && kind.sequence[slot] > latest) {
                latest = kind.sequence[slot];
                best = kind.value[slot];
            }
        }
        return best;
    }

    @Override
    public boolean usesNext() {
        return uses(NEXT);
    }

    @Override
    public boolean usesObservation() {
        return uses(OBSERVATION);
    }

    private boolean uses(int bit) {
        for (Kind kind : used) {
            if ((kind.pattern & bit) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The rules in the order in which they were written; overridden ones of the same pattern are gone. */
    public List<Rule> rules() {
        List<Rule> all = new ArrayList<>();
        List<long[]> order = new ArrayList<>();
        for (int k = 0; k < used.length; k++) {
            for (int slot = 0; slot < used[k].value.length; slot++) {
                if (used[k].sequence[slot] >= 0) {
                    order.add(new long[] {used[k].sequence[slot], k, slot});
                }
            }
        }
        order.sort((a, b) -> Long.compare(a[0], b[0]));
        for (long[] entry : order) {
            Kind kind = used[(int) entry[1]];
            long high = kind.high[(int) entry[2]];
            long low = kind.low[(int) entry[2]];
            all.add(new Rule((int) (high >> 32), (int) high, (int) (low >> 32), (int) low, kind.value[(int) entry[2]]));
        }
        return all;
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second & 0xFFFF_FFFFL;
    }

    /** Rules with wildcards in the same places. */
    private static final class Kind {
        private final int pattern;
        private long[] high = new long[16];
        private long[] low = new long[16];
        private double[] value = new double[16];
        private int[] sequence = new int[16];
        private int count;

        Kind(int pattern) {
            this.pattern = pattern;
            Arrays.fill(sequence, -1);
        }

        int find(int action, int state, int next, int observation) {
            long wantedHigh = pair((pattern & ACTION) == 0 ? ANY : action, (pattern & STATE) == 0 ? ANY : state);
            long wantedLow = pair((pattern & NEXT) == 0 ? ANY : next, (pattern & OBSERVATION) == 0 ? ANY : observation);
            int slot = slot(wantedHigh, wantedLow);
            return sequence[slot] < 0 ? -1 : slot;
        }

        void put(long keyHigh, long keyLow, double v, int order) {
            int slot = slot(keyHigh, keyLow);
            if (sequence[slot] < 0) {
                count++;
            }
            high[slot] = keyHigh;
            low[slot] = keyLow;
            value[slot] = v;
            sequence[slot] = order;
            if (2 * count > value.length) {
                grow();
            }
        }

        private int slot(long keyHigh, long keyLow) {
            long hash = (keyHigh * 0x9E3779B97F4A7C15L ^ keyLow) * 0xBF58476D1CE4E5B9L;
            int mask = value.length - 1;
            int slot = (int) (hash >>> 33) & mask;
            while (sequence[slot] >= 0 && (high[slot] != keyHigh || low[slot] != keyLow)) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void grow() {
            long[] oldHigh = high;
            long[] oldLow = low;
            double[] oldValue = value;
            int[] oldSequence = sequence;
            int size = 2 * value.length;
            high = new long[size];
            low = new long[size];
            value = new double[size];
            sequence = new int[size];
            Arrays.fill(sequence, -1);
            for (int i = 0; i < oldValue.length; i++) {
                if (oldSequence[i] >= 0) {
                    int slot = slot(oldHigh[i], oldLow[i]);
                    high[slot] = oldHigh[i];
                    low[slot] = oldLow[i];
                    value[slot] = oldValue[i];
                    sequence[slot] = oldSequence[i];
                }
            }
        }
    }
}
