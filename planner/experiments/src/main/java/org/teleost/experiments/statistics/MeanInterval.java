package org.teleost.experiments.statistics;

/**
 * A mean with its 95 % t interval.
 *
 * @param count number of samples
 * @param mean sample mean, NaN without samples
 * @param deviation sample standard deviation (n - 1), NaN below two samples
 * @param halfWidth half width of the 95 % interval, NaN below two samples
 */
public record MeanInterval(long count, double mean, double deviation, double halfWidth) {

    /** mean +- t(0.975, n - 1) s / sqrt(n). */
    public static MeanInterval of(double... samples) {
        int n = samples.length;
        if (n == 0) {
            return new MeanInterval(0, Double.NaN, Double.NaN, Double.NaN);
        }
        double sum = 0.0;
        for (double x : samples) {
            sum += x;
        }
        double mean = sum / n;
        if (n == 1) {
            return new MeanInterval(1, mean, Double.NaN, Double.NaN);
        }
        double squares = 0.0;
        for (double x : samples) {
            squares += (x - mean) * (x - mean);
        }
        double deviation = Math.sqrt(squares / (n - 1));
        double halfWidth = StudentT.quantile(0.975, n - 1) * deviation / Math.sqrt(n);
        return new MeanInterval(n, mean, deviation, halfWidth);
    }

    public double low() {
        return mean - halfWidth;
    }

    public double high() {
        return mean + halfWidth;
    }
}
