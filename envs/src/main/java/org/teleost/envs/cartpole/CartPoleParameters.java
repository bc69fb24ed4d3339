package org.teleost.envs.cartpole;

/**
 * Constants of the cart-pole; the package description gives the equations.
 *
 * @param gravity g, m/s^2
 * @param cartMass M, kg
 * @param poleMass m, kg
 * @param halfLength l, from the hinge to the middle of the pole, m
 * @param forceLimit largest force either way, N
 * @param railLimit largest distance of the cart from the middle, m
 * @param timeStep dt of one action, s
 * @param stepLimit steps after which an episode is truncated
 */
public record CartPoleParameters(
        double gravity,
        double cartMass,
        double poleMass,
        double halfLength,
        double forceLimit,
        double railLimit,
        double timeStep,
        int stepLimit) {

    /** @throws IllegalArgumentException if a value is not positive and finite */
    public CartPoleParameters {
        requirePositive("gravity", gravity);
        requirePositive("cartMass", cartMass);
        requirePositive("poleMass", poleMass);
        requirePositive("halfLength", halfLength);
        requirePositive("forceLimit", forceLimit);
        requirePositive("railLimit", railLimit);
        requirePositive("timeStep", timeStep);
        requirePositive("stepLimit", stepLimit);
    }

    /** The control suite's values. */
    public static CartPoleParameters standard() {
        return new CartPoleParameters(9.81, 1.0, 0.1, 0.5, 10.0, 1.8, 0.01, 1000);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0.0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("cart-pole " + name + " must be positive and finite: " + name + "="
                    + value + "; CartPoleParameters.standard() has the published values");
        }
    }
}
