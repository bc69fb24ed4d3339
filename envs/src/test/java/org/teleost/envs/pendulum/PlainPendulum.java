package org.teleost.envs.pendulum;

/** The pendulum step written down line by line from its published description; the plain twin of the dynamics. */
final class PlainPendulum {
    double th;
    double thdot;

    /** Returns the reward. */
    double step(double torque) {
        double u = torque > 2.0 ? 2.0 : torque < -2.0 ? -2.0 : torque;
        double folded = Math.IEEEremainder(th, 2.0 * Math.PI);
        double reward = -(Math.pow(folded, 2) + 0.1 * Math.pow(thdot, 2) + 0.001 * Math.pow(u, 2));
        thdot += (15.0 * Math.sin(th) + 3.0 * u) * 0.05;
        if (thdot > 8.0) {
            thdot = 8.0;
        }
        if (thdot < -8.0) {
            thdot = -8.0;
        }
        th += thdot * 0.05;
        return reward;
    }
}
