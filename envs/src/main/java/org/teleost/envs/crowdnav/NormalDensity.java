package org.teleost.envs.crowdnav;

/** Logarithms of the normal density and distribution function. */
final class NormalDensity {
    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2.0 * Math.PI);

    private NormalDensity() {}

    /** log density at {@code z} standard deviations from the mean, of a normal with this standard deviation. */
    static double log(double z, double standardDeviation) {
        return -0.5 * z * z - LOG_ROOT_TWO_PI - Math.log(standardDeviation);
    }

    /**
     * log P(Z &lt;= z) of a standard normal: the Taylor-like series sum z^(2k+1) / (2k+1)!! (Marsaglia 2004) in the
     * middle, the asymptotic expansion of Mills' ratio in the lower tail.
     */
    static double logCumulative(double z) {
        if (z < -6.0) {
            double inverse = 1.0 / (z * z);
            double ratio = 1.0 - inverse * (1.0 - 3.0 * inverse * (1.0 - 5.0 * inverse * (1.0 - 7.0 * inverse)));
            return -0.5 * z * z - LOG_ROOT_TWO_PI - Math.log(-z) + Math.log(ratio);
        }
        if (z > 6.0) {
            return -Math.exp(logCumulative(-z));
        }
        double sum = z;
        double term = z;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return Math.log(0.5 + sum * Math.exp(-0.5 * z * z - LOG_ROOT_TWO_PI));
    }

    /** log(exp(a) + exp(b)). */
    static double logAdd(double a, double b) {
        double high = Math.max(a, b);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }
}
