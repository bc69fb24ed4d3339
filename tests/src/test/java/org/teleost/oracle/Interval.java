package org.teleost.oracle;

/** A closed interval of values. */
public record Interval(double low, double high) {

    public boolean contains(double value, double tolerance) {
        return value >= low - tolerance && value <= high + tolerance;
    }

    /** True when {@code inner} lies within this interval. */
    public boolean contains(Interval inner, double tolerance) {
        return inner.low >= low - tolerance && inner.high <= high + tolerance;
    }

    public double width() {
        return high - low;
    }
}
