package org.teleost.fluid.flow;

/** Loops over one or two rows, each small enough for the compiler to vectorise. */
final class RowKernels {
    private RowKernels() {}

    static void sum(double[] a, double[] b, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void difference(double[] a, double[] b, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] - b[i];
        }
    }

    static void sumAndDifference(double[] a, double[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            double x = a[i];
            double y = b[i];
            a[i] = x + y;
            b[i] = x - y;
        }
    }

    static void mix(double[] a, double[] b, double aa, double ab, double ba, double bb, int from, int to) {
        for (int i = from; i < to; i++) {
            double x = a[i];
            double y = b[i];
            a[i] = aa * x + ab * y;
            b[i] = ba * x + bb * y;
        }
    }

    static void scale(double[] a, double factor, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] *= factor;
        }
    }

    static void copyScaled(double[] a, double factor, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = factor * a[i];
        }
    }

    static void addScaled(double[] a, double factor, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] += factor * a[i];
        }
    }
}
