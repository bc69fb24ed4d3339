package org.teleost.envs.mountaincar;

import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** Episodes of the mountain car; the package description gives the task. */
public final class MountainCarEnvironment implements Environment {
    private static final double GOAL_REWARD = 100.0;
    private static final double FORCE_COST = 0.1;

    /** How far rounding may take an action beyond its bound, as a share of the bound. */
    private static final double ROUNDING = 1e-5;

    private final MountainCarParameters parameters;
    private final MountainCarDynamics dynamics;
    private final RandomStream stream = new RandomStream(0);
    private int steps;
    private boolean running;

    public MountainCarEnvironment(MountainCarParameters parameters) {
        this.parameters = parameters;
        dynamics = new MountainCarDynamics(parameters);
    }

    /** The car itself, to be read or placed by an experiment; an episode places it anew. */
    public MountainCarDynamics dynamics() {
        return dynamics;
    }

    @Override
    public void reset(long seed, float[] observation) {
        stream.startEpisode(seed, 0, 0);
        dynamics.set(-0.6 + 0.2 * stream.nextDouble(), 0.0);
        steps = 0;
        running = true;
        observe(observation);
    }

    /**
     * @throws IllegalArgumentException if the force is NaN or outside the action box
     * @throws IllegalStateException if no episode is running
     */
    @Override
    public void step(float[] action, StepOutcome out) {
        if (!running) {
            throw new IllegalStateException(
                    "mountain car has no running episode: steps=" + steps + "; call reset first");
        }
        double force = force(action);
        dynamics.advance(force);
        steps++;
        out.terminated = dynamics.atGoal();
        out.truncated = !out.terminated && steps >= parameters.stepLimit();
        out.reward = (out.terminated ? GOAL_REWARD : 0.0) - FORCE_COST * (force * force);
        running = !out.last();
        observe(out.observation);
    }

    @Override
    public void readSignal(int signal, float[] out) {
        out[0] = (float)
                switch (signal) {
                    case 0 -> dynamics.position();
                    case 1 -> dynamics.velocity();
                    case 2 -> parameters.goal();
                    default -> throw new IndexOutOfBoundsException("mountain car has signals 0 to 2; signal=" + signal);
                };
    }

    private double force(float[] action) {
        double force = action[0];
        if (!(Math.abs(force) <= 1.0 + ROUNDING)) {
            throw new IllegalArgumentException("mountain car force is NaN or outside its box: force=" + force
                    + " low=-1.0 high=1.0 step=" + steps + "; clip actions to the action box");
        }
        return Math.max(-1.0, Math.min(1.0, force));
    }

    private void observe(float[] observation) {
        observation[0] = (float) dynamics.position();
        observation[1] = (float) dynamics.velocity();
    }
}
