package org.teleost.envs.pendulum;

/** State of a pendulum and the law by which it moves. One instance belongs to one thread. */
public final class PendulumDynamics {
    private static final double TURN = 2.0 * Math.PI;

    private final PendulumParameters parameters;
    private double angle;
    private double speed;

    /** Upright and at rest. */
    public PendulumDynamics(PendulumParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Places it in a state.
     *
     * @param angle theta, rad, 0 upright
     * @param speed thetadot, rad/s
     */
    public void set(double angle, double speed) {
        this.angle = angle;
        this.speed = speed;
    }

    /** Moves on by one time step under a constant torque in N m, which is not limited here. */
    public void advance(double torque) {
        double g = parameters.gravity();
        double m = parameters.mass();
        double l = parameters.length();
        double dt = parameters.timeStep();
        double limit = parameters.speedLimit();

        // semi-implicit: the new speed moves the angle
        double acceleration = 3.0 * g / (2.0 * l) * Math.sin(angle) + 3.0 / (m * (l * l)) * torque;
        speed = Math.max(-limit, Math.min(limit, speed + acceleration * dt));
        angle += speed * dt;
    }

    /** What the present state costs under a torque in N m, at least 0. */
    public double cost(double torque) {
        double wrapped = wrap(angle);
        return wrapped * wrapped + 0.1 * (speed * speed) + 0.001 * (torque * torque);
    }

    /** Kinetic and potential energy in J, zero for the level rod at rest. */
    public double energy() {
        double m = parameters.mass();
        double l = parameters.length();
        return m * l * l / 6.0 * speed * speed + 0.5 * m * parameters.gravity() * l * Math.cos(angle);
    }

    /** theta in rad, 0 upright, not wrapped. */
    public double angle() {
        return angle;
    }

    /** thetadot in rad/s. */
    public double speed() {
        return speed;
    }

    /** The same angle in [-pi, pi). */
    static double wrap(double angle) {
        double shifted = (angle + Math.PI) % TURN;
        return (shifted < 0.0 ? shifted + TURN : shifted) - Math.PI;
    }
}
