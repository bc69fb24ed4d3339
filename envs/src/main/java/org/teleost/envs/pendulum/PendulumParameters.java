package org.teleost.envs.pendulum;

/**
 * Constants of the pendulum; the package description gives the equations.
 *
 * @param gravity g, m/s^2
 * @param mass m of the rod, kg
 * @param length l of the rod, m
 * @param torqueLimit largest torque either way, N m
 * @param speedLimit largest speed either way, rad/s
 * @param timeStep dt of one action, s
 * @param stepLimit steps after which an episode is truncated
 */
public record PendulumParameters(
        double gravity,
        double mass,
        double length,
        double torqueLimit,
        double speedLimit,
        double timeStep,
        int stepLimit) {

    /** @throws IllegalArgumentException if a value is not positive and finite */
    public PendulumParameters {
        requirePositive("gravity", gravity);
        requirePositive("mass", mass);
        requirePositive("length", length);
        requirePositive("torqueLimit", torqueLimit);
        requirePositive("speedLimit", speedLimit);
        requirePositive("timeStep", timeStep);
        requirePositive("stepLimit", stepLimit);
    }

    /** Gymnasium's values. */
    public static PendulumParameters standard() {
        return new PendulumParameters(10.0, 1.0, 1.0, 2.0, 8.0, 0.05, 200);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0.0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("pendulum " + name + " must be positive and finite: " + name + "="
                    + value + "; PendulumParameters.standard() has the published values");
        }
    }
}
