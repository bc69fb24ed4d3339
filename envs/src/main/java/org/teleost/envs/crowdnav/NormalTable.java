package org.teleost.envs.crowdnav;

/**
 * Equally likely quantiles of a normal distribution, for models that need many cheap draws: 12 random bits pick one.
 * The values are scaled to the exact standard deviation; the largest is 3.7 standard deviations.
 */
final class NormalTable {
    static final int BITS = 12;
    static final int MASK = (1 << BITS) - 1;

    private NormalTable() {}

    /** Table of 4096 values with mean 0 and the given standard deviation. */
    static float[] of(double standardDeviation) {
        int size = 1 << BITS;
        double[] quantiles = new double[size];
        double squares = 0.0;
        for (int i = 0; i < size; i++) {
            quantiles[i] = quantile((i + 0.5) / size);
            squares += quantiles[i] * quantiles[i];
        }
        double scale = standardDeviation / Math.sqrt(squares / size);
        float[] table = new float[size];
        for (int i = 0; i < size; i++) {
            table[i] = (float) (scale * quantiles[i]);
        }
        return table;
    }

    /** Inverse of the standard normal distribution function by bisection; runs once per table. */
    private static double quantile(double probability) {
        double low = -8.0;
        double high = 8.0;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (Math.exp(NormalDensity.logCumulative(middle)) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
