package org.teleost.cuda.engine;

/**
 * How sums are kept: rewards and leaf values are rounded to multiples of {@code 2^-bits} and added as 64-bit integers,
 * exact in any order. {@code bits} follows from the largest value, so that no sum of 2^31 of them overflows.
 *
 * @param largest largest reward, leaf value or discounted return in size that the model may produce
 */
public record FixedPoint(double largest) {
    /** Room for 2^31 visits, the largest count of an int, within 63 bits. */
    private static final int VALUE_BITS = 32;

    public FixedPoint {
        if (!(largest >= 1e-6 && largest <= 1 << 28)) {
            throw new IllegalArgumentException("rewardScale=" + largest + "; allowed range 1e-6 to 268435456");
        }
    }

    /** Quanta per reward unit, a power of two. */
    public double scale() {
        return Math.scalb(1.0, VALUE_BITS - exponent());
    }

    /** Quanta per squared reward unit. */
    public double squareScale() {
        return Math.scalb(1.0, VALUE_BITS - 2 * exponent());
    }

    /** The nearest multiple of a quantum, ties to even, as the kernels round. */
    public double round(double value) {
        return Math.rint(value * scale()) / scale();
    }

    /** Least e with largest <= 2^e. */
    private int exponent() {
        int e = Math.getExponent(largest);
        return Math.scalb(1.0, e) < largest ? e + 1 : e;
    }
}
