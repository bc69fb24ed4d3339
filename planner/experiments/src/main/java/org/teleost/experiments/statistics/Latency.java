package org.teleost.experiments.statistics;

import org.HdrHistogram.Histogram;

/** Durations in nanoseconds (up to an hour, three digits) and their percentiles in milliseconds. */
public final class Latency {
    private static final long HOUR = 3_600_000_000_000L;
    private final Histogram histogram = new Histogram(HOUR, 3);
    private long max;

    /** Adds one duration. */
    public void record(long nanos) {
        histogram.recordValue(Math.min(HOUR, Math.max(0, nanos)));
        max = Math.max(max, nanos);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** Percentile in milliseconds, NaN without samples; {@code percent} in [0, 100]. */
    public double percentile(double percent) {
        if (count() == 0) {
            return Double.NaN;
        }
        return Math.min(max, histogram.getValueAtPercentile(percent)) / 1e6;
    }

    /** Exact maximum in milliseconds, NaN without samples. */
    public double max() {
        return count() == 0 ? Double.NaN : max / 1e6;
    }
}
