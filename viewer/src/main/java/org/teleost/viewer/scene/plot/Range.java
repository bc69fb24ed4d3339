package org.teleost.viewer.scene.plot;

/**
 * The part of an axis that is shown; never empty.
 *
 * @param low finite
 * @param high finite, above low
 */
public record Range(double low, double high) {
    public Range {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "range low=" + low + " high=" + high + " is empty or not finite; low must lie below high");
        }
    }

    /** From low to high; a range of no or unknown width is widened. */
    public static Range around(double low, double high) {
        if (!Double.isFinite(high - low)) {
            return new Range(0, 1);
        }
        double least = 1e-6 + 1e-3 * Math.max(Math.abs(low), Math.abs(high));
        return high - low >= least ? new Range(low, high) : new Range(low - least, high + least);
    }

    /** The finite values of all arrays with a little room on both sides; 0 to 1 without any. */
    public static Range of(double[]... arrays) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] values : arrays) {
            for (double value : values) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        Range tight = around(low, high);
        double room = 0.06 * tight.width();
        return new Range(tight.low - room, tight.high + room);
    }

    /** The range that also has this value. */
    public Range including(double value) {
        return Double.isFinite(value) ? new Range(Math.min(low, value), Math.max(high, value)) : this;
    }

    public double width() {
        return high - low;
    }

    /** 0 at the low end, 1 at the high end. */
    public double share(double value) {
        return (value - low) / width();
    }

    public double clamp(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
