package org.teleost.envs.fluid.advection;

/**
 * Fluxes through the sides of the control volumes, a row at a time; every array is indexed by the loop variable alone,
 * so that each loop becomes vector instructions. The convecting velocity times the mean of the two convected ones,
 * minus nu / h times their difference; {@link #bias} adds what makes the convected value third order and upwind.
 */
final class FluxKernels {
    private static final double ONE_TWELFTH = 1.0 / 12.0;

    private FluxKernels() {}

    /** Flux of a component along its own direction: {@code ((a + b)/2)^2 - k (b - a)}, k = nu / h. */
    static void along(double[] a, double[] b, double k, double[] flux) {
        final int end = flux.length;
        for (int i = 0; i < end; i++) {
            double sum = a[i] + b[i];
            flux[i] = 0.25 * sum * sum - k * (b[i] - a[i]);
        }
    }

    /** Convective flux of both components through the corners: {@code (v + west v)/2 (u + south u)/2}. */
    static void corner(double[] v, double[] westV, double[] u, double[] southU, double[] product) {
        final int end = product.length;
        for (int i = 0; i < end; i++) {
            product[i] = 0.25 * (v[i] + westV[i]) * (u[i] + southU[i]);
        }
    }

    /** {@code flux = product - k (b - a)}, k = nu / h. */
    static void viscous(double[] product, double[] a, double[] b, double k, double[] flux) {
        final int end = flux.length;
        for (int i = 0; i < end; i++) {
            flux[i] = product[i] - k * (b[i] - a[i]);
        }
    }

    /**
     * Adds the third-order upwind bias. The convected values at four neighbours in a line are a, b, c, d, the side lies
     * between b and c and is crossed at speed (p + q)/2: {@code flux += |speed| (d - 3 c + 3 b - a)/12 - speed (a - b -
     * c + d)/12}. For a positive speed the convected value becomes (-a + 5 b + 2 c)/6.
     */
    static void bias(
            double[] p, double[] q, double[] a, double[] b, double[] c, double[] d, double[] scratch, double[] flux) {
        centred(p, q, a, b, c, d, scratch);
        upwind(p, q, a, b, c, d, flux);
        add(scratch, flux);
    }

    private static void centred(double[] p, double[] q, double[] a, double[] b, double[] c, double[] d, double[] out) {
        final int end = out.length;
        for (int i = 0; i < end; i++) {
            out[i] = (0.5 * ONE_TWELFTH) * (p[i] + q[i]) * ((b[i] + c[i]) - (a[i] + d[i]));
        }
    }

    private static void upwind(double[] p, double[] q, double[] a, double[] b, double[] c, double[] d, double[] flux) {
        final int end = flux.length;
        for (int i = 0; i < end; i++) {
            flux[i] += (0.5 * ONE_TWELFTH) * Math.abs(p[i] + q[i]) * ((d[i] - a[i]) + 3.0 * (b[i] - c[i]));
        }
    }

    private static void add(double[] term, double[] flux) {
        final int end = flux.length;
        for (int i = 0; i < end; i++) {
            flux[i] += term[i];
        }
    }

    /** {@code rate = (a - b) + (c - d)}: what flows in through the four sides, times h. */
    static void balance(double[] a, double[] b, double[] c, double[] d, int from, int to, double[] rate) {
        for (int i = from; i < to; i++) {
            rate[i] = (a[i] - b[i]) + (c[i] - d[i]);
        }
    }

    /** {@code next = now + newest rate + older olderRate}; the weights include dt / h. */
    static void extrapolate(
            double[] now,
            double[] rate,
            double[] olderRate,
            double newest,
            double older,
            int from,
            int to,
            double[] next) {
        for (int i = from; i < to; i++) {
            next[i] = now[i] + newest * rate[i] + older * olderRate[i];
        }
    }

    /** {@code next -= high - low}. */
    static void descend(double[] high, double[] low, int from, int to, double[] next) {
        for (int i = from; i < to; i++) {
            next[i] -= high[i] - low[i];
        }
    }
}
