package org.teleost.policy;

/**
 * Hyperbolic tangent to float precision, same bits on every machine, in less than half the time of
 * {@link StrictMath#tanh}.
 *
 * <p>tanh(x) = m / (m + 2) with m = exp(2x) - 1. The exponential is reduced to 2^n exp(r), |r| at most ln(2) / 2, and m
 * = (2^n - 1) + 2^n (exp(r) - 1), which keeps the relative precision near zero, where n = 0. Ten terms of the series of
 * exp(r) - 1 leave a relative error below 1e-12; rounding to float dominates.
 */
final class Tanh {
    /** tanh rounds to 1 as a float well below this. */
    private static final double SATURATION = 10.0;

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;

    private Tanh() {}

    /** tanh(x) rounded to float, within one unit in the last place; odd, in [-1, 1]; NaN gives NaN. */
    static float of(double x) {
        double t = 2.0 * Math.min(SATURATION, Math.max(-SATURATION, x));
        double n = Math.rint(t * LOG2_E);
        double r = t - n * LN_2;
        double scale = Double.longBitsToDouble(((long) n + Double.MAX_EXPONENT) << 52);
        double m = (scale - 1.0) + scale * (r * series(r));
        return (float) (m / (m + 2.0));
    }

    /** (exp(r) - 1) / r = sum over k of r^k / (k + 1)!, ten terms. */
    private static double series(double r) {
        double sum = 1.0 / 3_628_800;
        sum = sum * r + 1.0 / 362_880;
        sum = sum * r + 1.0 / 40_320;
        sum = sum * r + 1.0 / 5_040;
        sum = sum * r + 1.0 / 720;
        sum = sum * r + 1.0 / 120;
        sum = sum * r + 1.0 / 24;
        sum = sum * r + 1.0 / 6;
        sum = sum * r + 0.5;
        return sum * r + 1.0;
    }
}
