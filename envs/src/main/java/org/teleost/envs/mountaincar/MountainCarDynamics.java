package org.teleost.envs.mountaincar;

/** State of a mountain car and the map by which it moves. One instance belongs to one thread. */
public final class MountainCarDynamics {
    private final MountainCarParameters parameters;
    private double position;
    private double velocity;

    /** At position 0 and at rest. */
    public MountainCarDynamics(MountainCarParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Places it in a state.
     *
     * @param position x, in lengths
     * @param velocity v, in lengths a step
     */
    public void set(double position, double velocity) {
        this.position = position;
        this.velocity = velocity;
    }

    /** Moves on by one step under a share of the full force, which is not limited here. */
    public void advance(double force) {
        double limit = parameters.speedLimit();
        double leftEnd = parameters.leftEnd();

        double gained = force * parameters.power() - parameters.gravity() * Math.cos(3.0 * position);
        velocity = Math.max(-limit, Math.min(limit, velocity + gained));
        position = Math.max(leftEnd, Math.min(parameters.rightEnd(), position + velocity));
        // the wall on the left takes all speed, the end on the right none
        if (position == leftEnd && velocity < 0.0) {
            velocity = 0.0;
        }
    }

    /** True at or beyond the goal unless rolling back. */
    public boolean atGoal() {
        return position >= parameters.goal() && velocity >= 0.0;
    }

    /** x, in lengths. */
    public double position() {
        return position;
    }

    /** v, in lengths a step. */
    public double velocity() {
        return velocity;
    }
}
