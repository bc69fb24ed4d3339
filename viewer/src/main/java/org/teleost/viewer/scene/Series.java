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
 * @param period after which values begin anew, for angles; 0 for none
 */
public record Series(
        String name, double[] values, double low, double high, double limit, boolean[] marked, double period) {

    /** The series of these values, which must not change any more. */
    public static Series of(String name, double[] values) {
        return new Series(
                name,
                values,
                Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN),
                Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN),
                Double.NaN,
                new boolean[0],
                0);
    }

    /** The same with a limit, which the plot shows as well, and marked steps. */
    public Series withLimit(double most, boolean[] steps) {
        double top = Double.isFinite(most) ? Math.max(high, most) : high;
        return new Series(name, values, Math.min(low, 0), top, most, steps, period);
    }

    /** The same for values that begin anew after a period: no line joins the end of one to the start of the next. */
    public Series withPeriod(double length) {
        return new Series(name, values, low, high, limit, marked, length);
    }

    /** Whether going from one value to another crosses the end of a period. */
    public boolean wraps(double from, double to) {
        return period > 0 && Math.abs(to - from) > 0.5 * period;
    }

    /** Whether a step is marked. */
    public boolean isMarked(int step) {
        return step < marked.length && marked[step];
    }
}
