package org.teleost.viewer.scene;

import java.util.Arrays;

/**
 * A number per step, for plots with a time cursor.
 *
 * @param name what it is
 * @param values index is the step; NaN where unknown; not to be changed
 * @param low smallest known value, NaN without any
 * @param high largest known value, NaN without any
 */
public record Series(String name, double[] values, double low, double high) {

    /** The series of these values, which must not change any more. */
    public static Series of(String name, double[] values) {
        return new Series(
                name,
                values,
                Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN),
                Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN));
    }
}
