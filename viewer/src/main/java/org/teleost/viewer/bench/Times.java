package org.teleost.viewer.bench;

import java.util.Arrays;

/** Durations and what is usually asked of them. */
final class Times {
    private double[] millis = new double[256];
    private int count;

    void add(long nanos) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = 1e-6 * nanos;
    }

    int count() {
        return count;
    }

    /** The duration that {@code percent} of all do not exceed, in milliseconds; NaN without any. */
    double percentile(double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.max(0, Math.ceil(0.01 * percent * count) - 1))];
    }

    /** How many per second, by the mean duration. */
    double perSecond() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += millis[i];
        }
        return 1e3 * count / sum;
    }
}
