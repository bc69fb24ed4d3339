package org.teleost.experiments.computation.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.teleost.experiment.report.Axis;

/**
 * How an axis is laid out. XChart labels a logarithmic axis at powers of ten only, which leaves a short one without
 * labels; such an axis is drawn as the binary logarithm of the value over its smallest, with labels at the doublings.
 *
 * @param base smallest value of an axis in doublings, else 0
 */
record LogScale(double base) {
    /** Values as they are. */
    static final LogScale LINEAR = new LogScale(0.0);

    /** Left to XChart. */
    static final LogScale DECADES = new LogScale(Double.NaN);

    /** An axis that spans less is short. */
    private static final double SHORT = 100.0;

    static LogScale of(Axis axis, List<double[]> values) {
        if (!axis.logarithmic()) {
            return LINEAR;
        }
        double low = values.stream().flatMapToDouble(Arrays::stream).min().orElse(1.0);
        double high = values.stream().flatMapToDouble(Arrays::stream).max().orElse(1.0);
        return high / low < SHORT ? new LogScale(low) : DECADES;
    }

    boolean decades() {
        return Double.isNaN(base);
    }

    boolean octaves() {
        return base > 0.0;
    }

    double[] apply(double[] values) {
        return octaves()
                ? Arrays.stream(values)
                        .map(v -> Math.log(v / base) / Math.log(2.0))
                        .toArray()
                : values;
    }

    /** The value at a doubling, nothing between them. */
    String label(double doublings) {
        if (Math.abs(doublings - Math.rint(doublings)) > 1e-6) {
            return " ";
        }
        return String.format(Locale.ROOT, "%.3g", base * Math.pow(2.0, Math.rint(doublings)));
    }
}
