package org.teleost.conformance;

import java.util.Arrays;

/** Two-sample Kolmogorov and Smirnov test with the asymptotic distribution; conservative when values repeat. */
final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /** Probability that two samples at least this different come from one distribution. */
    static double twoSample(float[] first, float[] second) {
        float[] a = first.clone();
        float[] b = second.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        int i = 0;
        int j = 0;
        double largest = 0.0;
        while (i < a.length && j < b.length) {
            float value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        double size = Math.sqrt((double) a.length * b.length / (a.length + b.length));
        return tail((size + 0.12 + 0.11 / size) * largest);
    }

    // Q(x) = 2 sum_k (-1)^(k-1) exp(-2 k^2 x^2)
    private static double tail(double x) {
        if (x < 0.2) {
            return 1.0;
        }
        double sum = 0.0;
        for (int k = 1; k <= 100; k++) {
            double term = Math.exp(-2.0 * k * k * x * x);
            sum += (k & 1) == 1 ? term : -term;
        }
        return Math.min(1.0, Math.max(0.0, 2.0 * sum));
    }
}
