package org.teleost.envs.cartpole;

/** State of a cart-pole and the law by which it moves. One instance belongs to one thread. */
public final class CartPoleDynamics {
    /** Moment of inertia of a thin rod about its end, in m l^2 with l half its length. */
    private static final double ROD_INERTIA = 4.0 / 3.0;

    private final CartPoleParameters parameters;
    private double position;
    private double velocity;
    private double angle;
    private double spin;

    /** In the middle, upright and at rest. */
    public CartPoleDynamics(CartPoleParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Places it in a state.
     *
     * @param position x, m
     * @param velocity xdot, m/s
     * @param angle theta, rad, 0 upright
     * @param spin thetadot, rad/s
     */
    public void set(double position, double velocity, double angle, double spin) {
        this.position = position;
        this.velocity = velocity;
        this.angle = angle;
        this.spin = spin;
    }

    /** Moves on by one time step under a constant force in N, which is not limited here. */
    public void advance(double force) {
        double dt = parameters.timeStep();
        double half = 0.5 * dt;

        // classical Runge-Kutta; x enters no acceleration, so that a stage needs v, angle and spin alone
        double spin1 = spin;
        double turn1 = turn(angle, spin1, force);
        double push1 = push(angle, spin1, turn1, force);

        double angle2 = angle + half * spin1;
        double spin2 = spin + half * turn1;
        double turn2 = turn(angle2, spin2, force);
        double push2 = push(angle2, spin2, turn2, force);

        double angle3 = angle + half * spin2;
        double spin3 = spin + half * turn2;
        double turn3 = turn(angle3, spin3, force);
        double push3 = push(angle3, spin3, turn3, force);

        double angle4 = angle + dt * spin3;
        double spin4 = spin + dt * turn3;
        double turn4 = turn(angle4, spin4, force);
        double push4 = push(angle4, spin4, turn4, force);

        // the four stage velocities are v, v + dt/2 push1, v + dt/2 push2 and v + dt push3
        double sixth = dt / 6.0;
        position += dt * velocity + dt * sixth * (push1 + push2 + push3);
        velocity += sixth * (push1 + 2.0 * (push2 + push3) + push4);
        angle += sixth * (spin1 + 2.0 * (spin2 + spin3) + spin4);
        spin += sixth * (turn1 + 2.0 * (turn2 + turn3) + turn4);
    }

    /** thetaddot, rad/s^2. */
    private double turn(double theta, double omega, double force) {
        double m = parameters.poleMass();
        double l = parameters.halfLength();
        double total = parameters.cartMass() + m;
        double sin = Math.sin(theta);
        double cos = Math.cos(theta);
        return (parameters.gravity() * sin - cos * (force + m * l * omega * omega * sin) / total)
                / (l * (ROD_INERTIA - m * cos * cos / total));
    }

    /** xddot, m/s^2. */
    private double push(double theta, double omega, double turn, double force) {
        double ml = parameters.poleMass() * parameters.halfLength();
        return (force + ml * (omega * omega * Math.sin(theta) - turn * Math.cos(theta)))
                / (parameters.cartMass() + parameters.poleMass());
    }

    /** Kinetic and potential energy in J, zero at rest with the pole level. */
    public double energy() {
        double m = parameters.poleMass();
        double l = parameters.halfLength();
        double cos = Math.cos(angle);
        return 0.5 * (parameters.cartMass() + m) * velocity * velocity
                + m * l * velocity * spin * cos
                + 0.5 * ROD_INERTIA * m * l * l * spin * spin
                + m * parameters.gravity() * l * cos;
    }

    /** True if the cart has left the rail. */
    public boolean offRail() {
        return Math.abs(position) > parameters.railLimit();
    }

    /** x in m. */
    public double position() {
        return position;
    }

    /** xdot in m/s. */
    public double velocity() {
        return velocity;
    }

    /** theta in rad, 0 upright, not wrapped. */
    public double angle() {
        return angle;
    }

    /** thetadot in rad/s. */
    public double spin() {
        return spin;
    }
}
