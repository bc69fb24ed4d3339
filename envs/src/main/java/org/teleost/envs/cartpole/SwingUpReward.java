package org.teleost.envs.cartpole;

/** What a cart-pole earns at a step: upright, centred, gentle and slow, as the package description gives it. */
final class SwingUpReward {
    /** Distance at which the bonus for the middle has fallen to a tenth, m. */
    private static final double POSITION_MARGIN = 2.0;

    /** Speed at which the bonus for a quiet pole has fallen to a tenth, rad/s. */
    private static final double SPIN_MARGIN = 5.0;

    private static final double LOG_TENTH = Math.log(0.1);

    private final double forceLimit;

    SwingUpReward(CartPoleParameters parameters) {
        forceLimit = parameters.forceLimit();
    }

    /** In [0, 1], of the state after the step and the force in N that led to it. */
    double of(CartPoleDynamics state, double force) {
        double share = force / forceLimit;
        double upright = 0.5 * (1.0 + Math.cos(state.angle()));
        double centred = 0.5 * (1.0 + bell(state.position() / POSITION_MARGIN));
        double control = 0.2 * (5.0 - share * share);
        double slow = 0.5 * (1.0 + bell(state.spin() / SPIN_MARGIN));
        return upright * centred * control * slow;
    }

    /** 1 at zero, a tenth at plus and minus one. */
    private static double bell(double x) {
        return Math.exp(LOG_TENTH * x * x);
    }
}
