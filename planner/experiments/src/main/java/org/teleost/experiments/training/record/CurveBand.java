package org.teleost.experiments.training.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Median, smallest and largest value of several curves, on a common grid over the range that all of them have. Between
 * its points a curve is a straight line.
 */
record CurveBand(double[] x, double[] median, double[] low, double[] high) {
    private static final int POINTS = 200;

    /**
     * The band of the curves.
     *
     * @param xs of each curve, rising
     * @param ys of each curve
     * @return null if the curves have no range in common
     */
    static CurveBand of(List<double[]> xs, List<double[]> ys) {
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        for (double[] x : xs) {
            from = Math.max(from, x[0]);
            to = Math.min(to, x[x.length - 1]);
        }
        if (!(to > from)) {
            return null;
        }
        double[] grid = new double[POINTS];
        CurveBand band = new CurveBand(grid, new double[POINTS], new double[POINTS], new double[POINTS]);
        for (int i = 0; i < POINTS; i++) {
            grid[i] = from + (to - from) * i / (POINTS - 1);
            List<Double> values = new ArrayList<>();
            for (int k = 0; k < xs.size(); k++) {
                values.add(at(xs.get(k), ys.get(k), grid[i]));
            }
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int n = sorted.length;
            band.low[i] = sorted[0];
            band.high[i] = sorted[n - 1];
            band.median[i] = 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
        }
        return band;
    }

    /** Linear interpolation; beyond its ends a curve keeps its last value. */
    static double at(double[] x, double[] y, double where) {
        int found = Arrays.binarySearch(x, where);
        if (found >= 0) {
            return y[found];
        }
        int next = -found - 1;
        if (next == 0 || next == x.length) {
            return y[next == 0 ? 0 : x.length - 1];
        }
        double share = (where - x[next - 1]) / (x[next] - x[next - 1]);
        return y[next - 1] + share * (y[next] - y[next - 1]);
    }
}
