package org.teleost.envs.cartpole;

/**
 * The standard cart-pole from its Lagrangian: the two equations of motion as a linear system for the accelerations,
 * solved by Cramer's rule, and a textbook Runge-Kutta step over an array of state. The plain twin of the dynamics.
 */
final class PlainCartPole {
    /** x, xdot, theta, thetadot. */
    double[] state = new double[4];

    void step(double force, double dt) {
        double[] k1 = derivative(state, force);
        double[] k2 = derivative(moved(k1, 0.5 * dt), force);
        double[] k3 = derivative(moved(k2, 0.5 * dt), force);
        double[] k4 = derivative(moved(k3, dt), force);
        double[] next = state.clone();
        for (int i = 0; i < 4; i++) {
            next[i] += dt * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]) / 6.0;
        }
        state = next;
    }

    private double[] moved(double[] slope, double by) {
        double[] result = new double[4];
        for (int i = 0; i < 4; i++) {
            result[i] = state[i] + by * slope[i];
        }
        return result;
    }

    /** (M + m) xdd + m l cos(th) thdd = F + m l thd^2 sin(th); m l cos(th) xdd + (4/3) m l^2 thdd = m g l sin(th). */
    private static double[] derivative(double[] s, double force) {
        double ml = 0.1 * 0.5;
        double a = 1.1;
        double b = ml * Math.cos(s[2]);
        double d = 4.0 / 3.0 * ml * 0.5;
        double p = force + ml * s[3] * s[3] * Math.sin(s[2]);
        double q = ml * 9.81 * Math.sin(s[2]);
        double determinant = a * d - b * b;
        return new double[] {s[1], (p * d - b * q) / determinant, s[3], (a * q - b * p) / determinant};
    }
}
