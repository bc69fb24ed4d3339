package org.teleost.viewer.scene;

import java.util.Arrays;

/**
 * A number per step, for plots with a time cursor.
 *
 * @param name what it is
 * @param values index is the step; NaN where unknown; not to be changed
 * @param low smallest known value, NaN without any
 * @param high largest known value, NaN without any
 * @param limit what the values should not exceed, NaN for nothing
 * @param marked steps that stand out as bad; empty for none, else one entry per step
 */
public record Series(String name, double[] values, double low, double high, double limit, boolean[] marked) {

    /** The series of these values, which must not change any more. */
    public static Series of(String name, double[] values) {
        return new Series(
                name,
                values,
                Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN),
                Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN),
                Double.NaN,
                new boolean[0]);
    }

    /** The same with a limit, which the plot shows as well, and marked steps. */
    public Series withLimit(double most, boolean[] steps) {
        double top = Double.isFinite(most) ? Math.max(high, most) : high;
        return new Series(name, values, Math.min(low, 0), top, most, steps);
    }

    /** Whether a step is marked. */
    public boolean isMarked(int step) {
        return step < marked.length && marked[step];
    }
}
