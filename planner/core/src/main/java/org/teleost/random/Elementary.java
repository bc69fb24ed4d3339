package org.teleost.random;

/**
 * Elementary functions with the same bits on every machine and device: additions, multiplications, divisions and shifts
 * in a fixed order, where {@link Math} promises an error of one unit in the last place and no more. For whatever
 * decides a draw. CUDA kernels have the same functions, operation by operation (maths.cuh).
 *
 * <p>Errors stay below 1.5 units in the last place of the result (exp, log), and below 3e-16 (cosine).
 */
public final class Elementary {
    private static final double LOG2_E = 0x1.71547652b82fep0;

    /** ln 2 in two parts; the first has 32 bits, so that its products with exponents are exact. */
    private static final double LN_2_HIGH = 0x1.62e42feep-1;

    private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
    private static final double ROOT_TWO = 0x1.6a09e667f3bcdp0;
    private static final double TWO_PI = 0x1.921fb54442d18p2;
    private static final double OVERFLOW = 709.782712893384;
    private static final double UNDERFLOW = -745.1332191019412;
    private static final double TWO_54 = 0x1.0p54;
    private static final long EXPONENT_OF_ONE = 1023L << 52;
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
        double sum = 1.0 / 6_227_020_800.0;
        sum = sum * r + 1.0 / 479_001_600.0;
        sum = sum * r + 1.0 / 39_916_800.0;
        sum = sum * r + 1.0 / 3_628_800.0;
        sum = sum * r + 1.0 / 362_880.0;
        sum = sum * r + 1.0 / 40_320.0;
        sum = sum * r + 1.0 / 5_040.0;
        sum = sum * r + 1.0 / 720.0;
        sum = sum * r + 1.0 / 120.0;
        sum = sum * r + 1.0 / 24.0;
        sum = sum * r + 1.0 / 6.0;
        return sum * r + 0.5;
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
        long bits = Double.doubleToRawLongBits(subnormal ? x * TWO_54 : x);
        int n = (int) (bits >>> 52) - (subnormal ? 1023 + 54 : 1023);
        double m = Double.longBitsToDouble(bits & FRACTION | EXPONENT_OF_ONE);
        if (m > ROOT_TWO) {
            m *= 0.5;
            n++;
        }
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
        double sum = 2.0 / 23.0;
        sum = sum * square + 2.0 / 21.0;
        sum = sum * square + 2.0 / 19.0;
        sum = sum * square + 2.0 / 17.0;
        sum = sum * square + 2.0 / 15.0;
        sum = sum * square + 2.0 / 13.0;
        sum = sum * square + 2.0 / 11.0;
        sum = sum * square + 2.0 / 9.0;
        sum = sum * square + 2.0 / 7.0;
        sum = sum * square + 2.0 / 5.0;
        return sum * square + 2.0 / 3.0;
    }

    /** cos(2 pi u) for u in [0, 1]: the quarter turn nearest to u is taken off exactly, an eighth or less is left. */
    public static double cosineOfTurns(double u) {
        double quarters = Math.rint(4.0 * u);
        double x = (u - 0.25 * quarters) * TWO_PI;
        return switch ((int) quarters) {
            case 1 -> -sine(x);
            case 2 -> -cosine(x);
            case 3 -> sine(x);
            default -> cosine(x);
        };
    }

    private static double cosine(double x) {
        double square = x * x;
        double sum = -1.0 / 6_402_373_705_728_000.0;
        sum = sum * square + 1.0 / 20_922_789_888_000.0;
        sum = sum * square - 1.0 / 87_178_291_200.0;
        sum = sum * square + 1.0 / 479_001_600.0;
        sum = sum * square - 1.0 / 3_628_800.0;
        sum = sum * square + 1.0 / 40_320.0;
        sum = sum * square - 1.0 / 720.0;
        sum = sum * square + 1.0 / 24.0;
        sum = sum * square - 0.5;
        return sum * square + 1.0;
    }

    private static double sine(double x) {
        double square = x * x;
        double sum = 1.0 / 355_687_428_096_000.0;
        sum = sum * square - 1.0 / 1_307_674_368_000.0;
        sum = sum * square + 1.0 / 6_227_020_800.0;
        sum = sum * square - 1.0 / 39_916_800.0;
        sum = sum * square + 1.0 / 362_880.0;
        sum = sum * square - 1.0 / 5_040.0;
        sum = sum * square + 1.0 / 120.0;
        sum = sum * square - 1.0 / 6.0;
        return sum * square * x + x;
    }

    /** 2^n for n from -1022 to 1023. */
    private static double power(int n) {
        return Double.longBitsToDouble((n + 1023L) << 52);
    }
}
