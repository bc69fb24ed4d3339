package org.teleost.envs.rocks;

import java.util.Arrays;
import org.teleost.model.DeviceModel;
import org.teleost.random.Elementary;
import org.teleost.random.RandomStream;

/**
 * Exact marginals of independent rocks as history lanes: lane r is rover r's cell, lane rovers + i the log-odds that
 * rock i is good given the history. Rocks stay independent because every reading is about one rock.
 */
public final class RockOdds {
    /** Log-odds of a rock known to be bad: sampled, or seen bad from its own cell. */
    public static final float KNOWN_BAD = -99.0f;

    /** Log-odds of a rock seen good from its own cell. */
    public static final float KNOWN_GOOD = 99.0f;

    /** Largest log-odds from readings at a distance. */
    private static final float LIMIT = 40.0f;

    private static final float TABLE_LIMIT = 12.0f;
    private static final int PER_UNIT = 64;
    private static final float[] LOGISTIC = logisticTable();

    private RockOdds() {}

    private static float[] logisticTable() {
        float[] table = new float[(int) (2 * TABLE_LIMIT * PER_UNIT) + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) probability((double) i / PER_UNIT - TABLE_LIMIT);
        }
        return table;
    }

    /** 1 / (1 + exp(-logOdds)). */
    public static double probability(double logOdds) {
        return 1.0 / (1.0 + Elementary.exp(-logOdds));
    }

    /** The same from a table with linear interpolation; error below 4e-6 inside +-12, exactly 0 or 1 outside. */
    static float quickProbability(float logOdds) {
        if (logOdds <= -TABLE_LIMIT) {
            return 0.0f;
        }
        if (logOdds >= TABLE_LIMIT) {
            return 1.0f;
        }
        float place = (logOdds + TABLE_LIMIT) * PER_UNIT;
        int i = (int) place;
        float low = LOGISTIC[i];
        return low + (place - i) * (LOGISTIC[i + 1] - low);
    }

    /** The numbers that rocks.cuh reads. */
    static void describe(DeviceModel.Builder twin) {
        twin.define("KNOWN_BAD", KNOWN_BAD)
                .define("KNOWN_GOOD", KNOWN_GOOD)
                .define("ODDS_LIMIT", LIMIT)
                .define("LOGISTIC_LIMIT", TABLE_LIMIT)
                .define("LOGISTIC_PER_UNIT", PER_UNIT)
                .table("logistic", LOGISTIC);
    }

    /** Names of the history lanes: the given names of the rovers' cells, then logOdds0, logOdds1, ... */
    public static String[] laneNames(int rocks, String... cells) {
        String[] names = Arrays.copyOf(cells, cells.length + rocks);
        for (int i = 0; i < rocks; i++) {
            names[cells.length + i] = "logOdds" + i;
        }
        return names;
    }

    /** The lanes before the first step: rovers at their starts, even odds. */
    public static void initialise(RockMap map, float[] history) {
        int rovers = map.rovers();
        for (int r = 0; r < rovers; r++) {
            history[r] = map.startCell(r);
        }
        for (int i = 0; i < map.rocks; i++) {
            history[rovers + i] = 0.0f;
        }
    }

    /** The rock on this cell, if any, was sampled: it is bad now. */
    public static void sampled(RockMap map, float[] history, int rovers, int cell) {
        int rock = map.rockAt[cell];
        if (rock >= 0) {
            history[rovers + rock] = KNOWN_BAD;
        }
    }

    /** Bayes' rule for one reading: log-odds += +-log (P(correct) / P(wrong)). */
    public static void sensed(RockMap map, float[] history, int rovers, int cell, int rock, boolean good) {
        float old = history[rovers + rock];
        float gain = map.evidence[cell * map.rocks + rock];
        if (gain == Float.POSITIVE_INFINITY) {
            history[rovers + rock] = good ? KNOWN_GOOD : KNOWN_BAD;
        } else if (old > KNOWN_BAD && old < KNOWN_GOOD) {
            float sum = good ? old + gain : old - gain;
            history[rovers + rock] = Math.max(-LIMIT, Math.min(LIMIT, sum));
        }
    }

    /** Redraws rock bits, 32 to a lane from {@code firstLane} on, independently from the marginals. */
    public static void redraw(
            RockMap map, float[] history, int rovers, int[] lanes, int firstLane, RandomStream stream) {
        int bits = 0;
        for (int i = 0; i < map.rocks; i++) {
            float logOdds = history[rovers + i];
            double good = logOdds <= KNOWN_BAD ? 0.0 : logOdds >= KNOWN_GOOD ? 1.0 : probability(logOdds);
            bits |= (stream.nextDouble() < good ? 1 : 0) << (i & 31);
            if ((i & 31) == 31 || i == map.rocks - 1) {
                lanes[firstLane + (i >>> 5)] = bits;
                bits = 0;
            }
        }
    }
}
