package org.teleost.conformance;

import java.util.Arrays;

/**
 * Pearson's chi-square tests. Cells are merged by what they expect, never by how the counts fell, so that a test keeps
 * its significance.
 */
final class ChiSquare {
    private static final double LEAST_EXPECTED = 10.0;
    private static final double[] LANCZOS = {
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

    private ChiSquare() {}

    /**
     * Probability that counts at least this far from {@code probabilities} come from them.
     *
     * @param probabilities [cells], sum 1
     * @param counts [cells]
     */
    static double goodnessOfFit(double[] probabilities, long[] counts) {
        double total = Arrays.stream(counts).sum();
        int[] order = ascending(probabilities);
        double statistic = 0.0;
        int bins = 0;
        double expected = 0.0;
        double observed = 0.0;
        double expectedLeft = total;
        for (int cell : order) {
            double own = total * probabilities[cell];
            expected += own;
            observed += counts[cell];
            expectedLeft -= own;
            // close a bin when it and what is left are both large enough
            if (expected >= LEAST_EXPECTED && expectedLeft >= LEAST_EXPECTED) {
                statistic += square(observed - expected) / expected;
                bins++;
                expected = 0.0;
                observed = 0.0;
            }
        }
        if (expected > 0.0) {
            statistic += square(observed - expected) / expected;
            bins++;
        }
        return bins < 2 ? 1.0 : pValue(statistic, bins - 1);
    }

    /**
     * Probability that two samples at least this different come from one distribution; counts [cells] each. Cells that
     * hold few counts of both samples together form one rest cell.
     */
    static double twoSample(long[] first, long[] second) {
        double n = Arrays.stream(first).sum();
        double m = Arrays.stream(second).sum();
        double least = LEAST_EXPECTED * (n + m) / Math.min(n, m);
        double statistic = 0.0;
        int bins = 0;
        double restFirst = 0.0;
        double restSecond = 0.0;
        for (int cell = 0; cell < first.length; cell++) {
            if (first[cell] + second[cell] >= least) {
                statistic += twoSampleTerm((double) first[cell], (double) second[cell], n, m);
                bins++;
            } else {
                restFirst += first[cell];
                restSecond += second[cell];
            }
        }
        if (restFirst + restSecond >= least) {
            statistic += twoSampleTerm(restFirst, restSecond, n, m);
            bins++;
        }
        return bins < 2 ? 1.0 : pValue(statistic, bins - 1);
    }

    private static double twoSampleTerm(double a, double b, double n, double m) {
        return square(a * m - b * n) / (n * m * (a + b));
    }

    /** P(chi-square with {@code freedom} degrees of freedom is at least {@code statistic}). */
    static double pValue(double statistic, int freedom) {
        return statistic <= 0.0 ? 1.0 : upperGamma(freedom / 2.0, statistic / 2.0);
    }

    // regularised upper incomplete gamma function Q(a, x): series below a + 1, Lentz's continued fraction above
    private static double upperGamma(double a, double x) {
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        if (x < a + 1.0) {
            double term = 1.0 / a;
            double sum = term;
            for (int i = 1; i < 100_000 && term > 1e-17 * sum; i++) {
                term *= x / (a + i);
                sum += term;
            }
            return Math.max(0.0, 1.0 - front * sum);
        }
        double b = x + 1.0 - a;
        double c = 1e300;
        double d = 1.0 / b;
        double h = d;
        for (int i = 1; i < 100_000; i++) {
            double an = -i * (i - a);
            b += 2.0;
            d = 1.0 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            h *= d * c;
            if (Math.abs(d * c - 1.0) < 1e-15) {
                break;
            }
        }
        return front * h;
    }

    // Lanczos approximation (g = 7, 9 terms), a > 0.5 - 1e-9 here
    private static double logGamma(double a) {
        double x = a - 1.0;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + 7.5;
        return 0.5 * Math.log(2.0 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
    }

    private static double nonZero(double x) {
        return Math.abs(x) < 1e-300 ? 1e-300 : x;
    }

    private static double square(double x) {
        return x * x;
    }

    private static int[] ascending(double[] keys) {
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(keys[i], keys[j]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
