package org.teleost.envs.kuramotosivashinsky;

/** The plain twin of {@link Flow}: points in the order of space, a branch for the upwind side, every slope kept. */
final class PlainFlow {
    private static final int POINTS = 64;

    private final double dx;
    private final double dt;
    private final double[] u;
    private final double[] force;
    double curvatureSquares;
    double gradientSquares;
    double power;

    PlainFlow(double length, double dt, double[] line, double[] force) {
        dx = length / POINTS;
        this.dt = dt;
        this.u = line.clone();
        this.force = force;
    }

    double[] state() {
        return u.clone();
    }

    void advance(int substeps) {
        curvatureSquares = 0.0;
        gradientSquares = 0.0;
        power = 0.0;
        for (int substep = 0; substep < substeps; substep++) {
            measure(1.0 / substeps / POINTS);
            double[] k1 = slope(u);
            double[] k2 = slope(along(k1, 0.5 * dt));
            double[] k3 = slope(along(k2, 0.5 * dt));
            double[] k4 = slope(along(k3, dt));
            for (int i = 0; i < POINTS; i++) {
                u[i] += dt / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
            }
        }
    }

    private void measure(double weight) {
        for (int i = 0; i < POINTS; i++) {
            curvatureSquares += weight * second(u, i) * second(u, i);
            gradientSquares += weight * first(u, i) * first(u, i);
            power += weight * u[i] * force[i];
        }
    }

    private double[] along(double[] slope, double step) {
        double[] next = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            next[i] = u[i] + step * slope[i];
        }
        return next;
    }

    private double[] slope(double[] v) {
        double[] slope = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            slope[i] = -first(v, i) / (2.0 * dx)
                    - second(v, i) / Math.pow(dx, 2)
                    - fourth(v, i) / Math.pow(dx, 4)
                    + force[i];
        }
        return slope;
    }

    static double second(double[] v, int i) {
        return -49.0 / 18.0 * at(v, i) + 1.5 * pair(v, i, 1) - 0.15 * pair(v, i, 2) + pair(v, i, 3) / 90.0;
    }

    static double fourth(double[] v, int i) {
        return 91.0 / 8.0 * at(v, i)
                - 122.0 / 15.0 * pair(v, i, 1)
                + 169.0 / 60.0 * pair(v, i, 2)
                - 0.4 * pair(v, i, 3)
                + 7.0 / 240.0 * pair(v, i, 4);
    }

    /** dx (v^2)_x. */
    static double first(double[] v, int i) {
        int back = at(v, i) >= 0.0 ? -1 : 1;
        double sum = 25.0 / 12.0 * squareAt(v, i)
                - 4.0 * squareAt(v, i + back)
                + 3.0 * squareAt(v, i + 2 * back)
                - 4.0 / 3.0 * squareAt(v, i + 3 * back)
                + 0.25 * squareAt(v, i + 4 * back);
        return -back * sum;
    }

    private static double at(double[] v, int i) {
        return v[Math.floorMod(i, POINTS)];
    }

    private static double pair(double[] v, int i, int distance) {
        return at(v, i - distance) + at(v, i + distance);
    }

    private static double squareAt(double[] v, int i) {
        return at(v, i) * at(v, i);
    }
}
