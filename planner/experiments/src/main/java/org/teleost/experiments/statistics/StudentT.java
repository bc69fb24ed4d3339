package org.teleost.experiments.statistics;

/** Student's t distribution, by the regularised incomplete beta function (Numerical Recipes, 3rd ed., 6.4). */
public final class StudentT {
    private static final double TINY = 1e-300;

    private StudentT() {}

    /** P(T <= t) with {@code degrees} of freedom. */
    public static double cumulative(double t, double degrees) {
        double tail = 0.5 * incompleteBeta(degrees / 2.0, 0.5, degrees / (degrees + t * t));
        return t > 0 ? 1.0 - tail : tail;
    }

    /** The t with P(T <= t) = p, for p in (0, 1); bisection to full precision. */
    public static double quantile(double p, double degrees) {
        if (!(p > 0 && p < 1) || !(degrees > 0)) {
            throw new IllegalArgumentException("p=" + p + " degrees=" + degrees + "; need 0 < p < 1 and degrees > 0");
        }
        if (p < 0.5) {
            return -quantile(1.0 - p, degrees);
        }
        double low = 0.0;
        double high = 1.0;
        while (cumulative(high, degrees) < p) {
            high *= 2.0;
        }
        for (int i = 0; i < 200 && high - low > 1e-14 * high; i++) {
            double middle = 0.5 * (low + high);
            if (cumulative(middle, degrees) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    static double incompleteBeta(double a, double b, double x) {
        if (x <= 0.0 || x >= 1.0) {
            return x <= 0.0 ? 0.0 : 1.0;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1.0) / (a + b + 2.0)
                ? front * fraction(a, b, x) / a
                : 1.0 - front * fraction(b, a, 1.0 - x) / b;
    }

    /** Lentz's continued fraction of the incomplete beta function. */
    private static double fraction(double a, double b, double x) {
        double c = 1.0;
        double d = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
        double value = d;
        for (int m = 1; m < 500; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1.0 / guard(1.0 + even * d);
            c = guard(1.0 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1.0 / guard(1.0 + odd * d);
            c = guard(1.0 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1.0) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double guard(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Lanczos' approximation, g = 7, 9 terms; relative error below 1e-13 for x > 0.5. */
    private static double logGamma(double x) {
        double[] terms = {
            0.99999999999980993,
            676.5203681218851,
            -1259.1392167224028,
            771.32342877765313,
            -176.61502916214059,
            12.507343278686905,
            -0.13857109526572012,
            9.9843695780195716e-6,
            1.5056327351493116e-7
        };
        double z = x - 1.0;
        double sum = terms[0];
        for (int i = 1; i < terms.length; i++) {
            sum += terms[i] / (z + i);
        }
        double t = z + 7.5;
        return 0.5 * Math.log(2.0 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
