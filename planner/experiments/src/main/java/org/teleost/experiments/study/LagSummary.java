package org.teleost.experiments.study;

import java.util.Arrays;
import org.teleost.learn.apt.LagHistogram;

/**
 * Policy lag in updates; all but mean and largest are upper bounds, at most twice the lag itself.
 *
 * @param mean NaN if no transition was collected by a policy
 * @param counts transitions with lag 0, 1, 2 to 3, 4 to 7 and so on; ends with the last that is not 0
 */
public record LagSummary(double mean, long p50, long p95, long largest, long[] counts) {
    private static final int BINS = 64;

    public LagSummary {
        counts = counts.clone();
    }

    static LagSummary of(LagHistogram lag) {
        long[] counts = new long[BINS];
        int used = 0;
        for (int bin = 0; bin < BINS; bin++) {
            counts[bin] = lag.count(bin);
            used = counts[bin] > 0 ? bin + 1 : used;
        }
        boolean any = lag.count() > 0;
        return new LagSummary(
                lag.mean(),
                any ? lag.quantile(0.5) : 0,
                any ? lag.quantile(0.95) : 0,
                lag.largest(),
                Arrays.copyOf(counts, used));
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    /** The lags that a bin counts. */
    static String binText(int bin) {
        long low = bin == 0 ? 0 : 1L << (bin - 1);
        long high = bin == 0 ? 0 : (1L << bin) - 1;
        return low == high ? Long.toString(low) : low + "-" + high;
    }
}
