package org.teleost.experiments.statistics;

/**
 * A success rate with its 95 % Wilson score interval (Wilson 1927), which stays inside [0, 1].
 *
 * @param count number of trials
 * @param successes number of successes
 * @param low lower end, NaN without trials
 * @param high upper end, NaN without trials
 */
public record RateInterval(long count, long successes, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** The interval of {@code successes} out of {@code count}. */
    public static RateInterval of(long successes, long count) {
        if (successes < 0 || successes > count) {
            throw new IllegalArgumentException("successes=" + successes + " count=" + count);
        }
        if (count == 0) {
            return new RateInterval(0, 0, Double.NaN, Double.NaN);
        }
        double p = (double) successes / count;
        double scale = 1.0 + Z * Z / count;
        double centre = (p + Z * Z / (2.0 * count)) / scale;
        double half = Z / scale * Math.sqrt(p * (1.0 - p) / count + Z * Z / (4.0 * count * count));
        // exact at the ends, where rounding would leave 1e-16
        double low = successes == 0 ? 0.0 : centre - half;
        double high = successes == count ? 1.0 : centre + half;
        return new RateInterval(count, successes, low, high);
    }

    /** Successes over trials, NaN without trials. */
    public double rate() {
        return count == 0 ? Double.NaN : (double) successes / count;
    }
}
