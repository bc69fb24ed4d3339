package org.teleost.experiments.training.record;

import java.util.Arrays;
import java.util.List;

/**
 * Median, smallest and largest value of several curves at their points: the first of each, the second of each, and so
 * on, as far as all curves go. Nothing is made up between them.
 *
 * @param x median of the points' places
 */
record CurveBand(double[] x, double[] median, double[] low, double[] high) {

    /**
     * The band of the curves.
     *
     * @param xs of each curve, rising
     * @param ys of each curve
     */
    static CurveBand of(List<double[]> xs, List<double[]> ys) {
        int points = xs.stream().mapToInt(x -> x.length).min().orElse(0);
        CurveBand band = new CurveBand(new double[points], new double[points], new double[points], new double[points]);
        for (int i = 0; i < points; i++) {
            double[] values = column(ys, i);
            band.x[i] = median(column(xs, i));
            band.median[i] = median(values);
            band.low[i] = values[0];
            band.high[i] = values[values.length - 1];
        }
        return band;
    }

    private static double[] column(List<double[]> curves, int index) {
        double[] values = curves.stream().mapToDouble(curve -> curve[index]).toArray();
        Arrays.sort(values);
        return values;
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }
}
