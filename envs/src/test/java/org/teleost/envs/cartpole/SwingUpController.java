package org.teleost.envs.cartpole;

/**
 * Swings the standard pole up by its energy (Astrom and Furuta, "Swinging up a pendulum by energy control", Automatica
 * 36, 2000), the cart held near the middle by a spring, and balances it by linear feedback (a linear-quadratic
 * regulator's gains).
 */
final class SwingUpController {
    private static final double PUMP = 7.0;
    private static final double SPRING = 3.0;
    private static final double ACCELERATION_LIMIT = 8.0;

    private SwingUpController() {}

    /** Force in N for an observation of the environment. */
    static float force(float[] observation) {
        double cos = observation[2];
        double sin = observation[3];
        boolean near = cos > 0.85 && Math.abs(observation[4]) < 3.0;
        double force = near ? balance(observation, Math.atan2(sin, cos)) : swing(observation, cos, sin);
        return (float) Math.max(-10.0, Math.min(10.0, force));
    }

    private static double balance(float[] observation, double angle) {
        return 4.2 * observation[0] + 5.7 * observation[1] + 46.5 * angle + 12.0 * observation[4];
    }

    private static double swing(float[] observation, double cos, double sin) {
        double spin = observation[4];
        // energy about the hinge, 0 at rest upright
        double energy = 0.5 * 4.0 / 3.0 * 0.1 * 0.25 * spin * spin + 0.1 * 9.81 * 0.5 * (cos - 1.0);
        double wanted = PUMP * energy * spin * cos - SPRING * observation[0] - Math.sqrt(SPRING) * observation[1];
        double acceleration = Math.max(-ACCELERATION_LIMIT, Math.min(ACCELERATION_LIMIT, wanted));
        // the force that gives the cart this acceleration
        double turn = (9.81 * sin - acceleration * cos) / (4.0 / 3.0 * 0.5);
        return 1.1 * acceleration - 0.05 * (spin * spin * sin - turn * cos);
    }
}
