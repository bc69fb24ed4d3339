package org.teleost.random;

/**
 * Elementary functions with the same bits on every machine and device: additions, multiplications, divisions and shifts
 * in a fixed order, where {@link Math} promises an error of one unit in the last place and no more. For whatever
 * decides a draw. CUDA kernels have the same functions, operation by operation (maths.cuh). Polynomials are added up in
 * pairs (Estrin's scheme), since one term after the other takes twice as long.
 *
 * <p>exp and log are at most one unit in the last place away from {@link StrictMath}, the cosine less than 4e-16; they
 * take about as long as Math's.
 */
public final class Elementary {
    private static final double LOG2_E = 0x1.71547652b82fep0;

    /** ln 2 in two parts; the first has 32 bits, so that its products with exponents are exact. */
    private static final double LN_2_HIGH = 0x1.62e42feep-1;

    private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
    private static final double TWO_PI = 0x1.921fb54442d18p2;
    private static final double OVERFLOW = 709.782712893384;
    private static final double UNDERFLOW = -745.1332191019412;
    private static final double TWO_54 = 0x1.0p54;

    /** Bits of 1 and of sqrt(1/2). */
    private static final long ONE = 0x3FF0000000000000L;

    private static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;
    private static final long FRACTION = (1L << 52) - 1;

    private Elementary() {}

    /** e^x: 2^n exp(r) with |r| at most ln(2) / 2, where 13 terms of the series suffice. */
    public static double exp(double x) {
        if (x > OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < UNDERFLOW) {
            return 0.0;
        }
        if (Double.isNaN(x)) {
            return x;
        }
        double n = Math.rint(x * LOG2_E);
        double r = (x - n * LN_2_HIGH) - n * LN_2_LOW;
        double series = 1.0 + (r + r * r * expSeries(r));
        // two factors, since 2^n alone may be too large or too small for a double
        int half = (int) n >> 1;
        return series * power(half) * power((int) n - half);
    }

    /** (exp(r) - 1 - r) / r^2. */
    private static double expSeries(double r) {
        double square = r * r;
        double fourth = square * square;
        double low = (0.5 + 1.0 / 6.0 * r) + (1.0 / 24.0 + 1.0 / 120.0 * r) * square;
        double middle = (1.0 / 720.0 + 1.0 / 5_040.0 * r) + (1.0 / 40_320.0 + 1.0 / 362_880.0 * r) * square;
        double high = (1.0 / 3_628_800.0 + 1.0 / 39_916_800.0 * r)
                + (1.0 / 479_001_600.0 + 1.0 / 6_227_020_800.0 * r) * square;
        return (low + middle * fourth) + high * (fourth * fourth);
    }

    /**
     * Natural logarithm: n ln 2 + log m with m within a factor of sqrt(2) of 1, log m = 2 artanh((m - 1) / (m + 1)).
     */
    public static double log(double x) {
        if (!(x > 0.0)) {
            return x == 0.0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        // shifted by 1 - sqrt(1/2), the exponent changes at sqrt(2): m from sqrt(1/2) to sqrt(2), without a branch
        long shifted = Double.doubleToRawLongBits(subnormal ? x * TWO_54 : x) + (ONE - ROOT_HALF);
        int n = (int) (shifted >>> 52) - (subnormal ? 1023 + 54 : 1023);
        double m = Double.longBitsToDouble((shifted & FRACTION) + ROOT_HALF);
        // log(1 + f) = f - f^2 / 2 + s (f^2 / 2 + R), s = f / (2 + f), R = 2 s^2 / 3 + 2 s^4 / 5 + ...
        double f = m - 1.0;
        double s = f / (2.0 + f);
        double square = s * s;
        double halfSquare = 0.5 * f * f;
        double small = s * (halfSquare + square * logSeries(square)) + n * LN_2_LOW;
        return n * LN_2_HIGH - ((halfSquare - small) - f);
    }

    /** (log(1 + f) / s - 2) / s^2 as a series in s^2. */
    private static double logSeries(double square) {
        double fourth = square * square;
        double eighth = fourth * fourth;
        double low = (2.0 / 3.0 + 2.0 / 5.0 * square) + (2.0 / 7.0 + 2.0 / 9.0 * square) * fourth;
        double middle = (2.0 / 11.0 + 2.0 / 13.0 * square) + (2.0 / 15.0 + 2.0 / 17.0 * square) * fourth;
        double high = (2.0 / 19.0 + 2.0 / 21.0 * square) + 2.0 / 23.0 * fourth;
        return (low + middle * eighth) + high * (eighth * eighth);
    }

    /**
     * cos(2 pi u) for u in [0, 1], as sin(2 pi (|u - 1/2| - 1/4)): a quarter turn or less is left, without a branch.
     */
    public static double cosineOfTurns(double u) {
        double x = (Math.abs(u - 0.5) - 0.25) * TWO_PI;
        double square = x * x;
        double fourth = square * square;
        double eighth = fourth * fourth;
        double low = (-1.0 / 6.0 + 1.0 / 120.0 * square) + (-1.0 / 5_040.0 + 1.0 / 362_880.0 * square) * fourth;
        double middle = (-1.0 / 39_916_800.0 + 1.0 / 6_227_020_800.0 * square)
                + (-1.0 / 1_307_674_368_000.0 + 1.0 / 355_687_428_096_000.0 * square) * fourth;
        double high = -1.0 / 121_645_100_408_832_000.0 + 1.0 / 51_090_942_171_709_440_000.0 * square;
        return x + x * square * ((low + middle * eighth) + high * (eighth * eighth));
    }

    /** 2^n for n from -1022 to 1023. */
    private static double power(int n) {
        return Double.longBitsToDouble((n + 1023L) << 52);
    }
}
