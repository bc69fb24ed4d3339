package org.teleost.envs.navigation;

import org.teleost.model.DeviceModel;

/** The 8-bit occupancy sensor: each bit is flipped independently with probability 0.03. */
final class NeighbourSensor {
    static final double FLIP_PROBABILITY = 0.03;

    private static final double[] LOG_LIKELIHOOD = logLikelihoods();
    private static final int[] FLIPS = flipsLikeliestFirst();
    private static final double[] CUMULATIVE = cumulative();

    private NeighbourSensor() {}

    /** The sensor's tables. */
    static void describe(DeviceModel.Builder twin) {
        twin.table("logLikelihood", LOG_LIKELIHOOD)
                .table("cumulativeFlips", CUMULATIVE)
                .table("flips", FLIPS);
    }

    /** log P(observation | true bits). */
    static double logLikelihood(long observation, int bits) {
        return LOG_LIKELIHOOD[Long.bitCount(observation ^ bits)];
    }

    /** Inverts the distribution of the flipped bits at {@code uniform} in [0, 1); two comparisons on average. */
    static int flips(double uniform) {
        int i = 0;
        while (uniform >= CUMULATIVE[i]) {
            i++;
        }
        return FLIPS[i];
    }

    private static double probability(int flips) {
        return Math.pow(FLIP_PROBABILITY, flips) * Math.pow(1.0 - FLIP_PROBABILITY, 8 - flips);
    }

    private static double[] logLikelihoods() {
        double[] table = new double[9];
        for (int flips = 0; flips <= 8; flips++) {
            table[flips] = Math.log(probability(flips));
        }
        return table;
    }

    private static int[] flipsLikeliestFirst() {
        int[] masks = new int[256];
        int next = 0;
        for (int flips = 0; flips <= 8; flips++) {
            for (int mask = 0; mask < 256; mask++) {
                if (Integer.bitCount(mask) == flips) {
                    masks[next++] = mask;
                }
            }
        }
        return masks;
    }

    private static double[] cumulative() {
        double[] table = new double[256];
        double sum = 0.0;
        for (int i = 0; i < 256; i++) {
            sum += probability(Integer.bitCount(FLIPS[i]));
            table[i] = sum;
        }
        table[255] = 1.0;
        return table;
    }
}
