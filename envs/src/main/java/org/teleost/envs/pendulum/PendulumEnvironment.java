package org.teleost.envs.pendulum;

import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** Episodes of the pendulum; the package description gives the task. */
public final class PendulumEnvironment implements Environment {
    /** How far rounding may take an action beyond its bound, as a share of the bound. */
    private static final double ROUNDING = 1e-5;

    private final PendulumParameters parameters;
    private final PendulumDynamics dynamics;
    private final RandomStream stream = new RandomStream(0);
    private int steps;
    private boolean running;

    public PendulumEnvironment(PendulumParameters parameters) {
        this.parameters = parameters;
        dynamics = new PendulumDynamics(parameters);
    }

    /** The pendulum itself, to be read or placed by an experiment; an episode places it anew. */
    public PendulumDynamics dynamics() {
        return dynamics;
    }

    @Override
    public void reset(long seed, float[] observation) {
        stream.startEpisode(seed, 0, 0);
        double angle = (2.0 * stream.nextDouble() - 1.0) * Math.PI;
        double speed = 2.0 * stream.nextDouble() - 1.0;
        dynamics.set(angle, speed);
        steps = 0;
        running = true;
        observe(observation);
    }

    /**
     * @throws IllegalArgumentException if the torque is NaN or outside the action box
     * @throws IllegalStateException if no episode is running
     */
    @Override
    public void step(float[] action, StepOutcome out) {
        if (!running) {
            throw new IllegalStateException("pendulum has no running episode: steps=" + steps + "; call reset first");
        }
        double torque = torque(action);
        // the cost is that of the state in which the torque was chosen
        out.reward = -dynamics.cost(torque);
        dynamics.advance(torque);
        steps++;
        out.terminated = false;
        out.truncated = steps >= parameters.stepLimit();
        running = !out.truncated;
        observe(out.observation);
    }

    @Override
    public void readSignal(int signal, float[] out) {
        out[0] = (float)
                switch (signal) {
                    case 0 -> PendulumDynamics.wrap(dynamics.angle());
                    case 1 -> dynamics.speed();
                    case 2 -> steps * parameters.timeStep();
                    default -> throw new IndexOutOfBoundsException("pendulum has signals 0 to 2; signal=" + signal);
                };
    }

    private double torque(float[] action) {
        double torque = action[0];
        double limit = parameters.torqueLimit();
        if (!(Math.abs(torque) <= limit * (1.0 + ROUNDING))) {
            throw new IllegalArgumentException("pendulum torque is NaN or outside its box: torque=" + torque + " low="
                    + -limit + " high=" + limit + " step=" + steps + "; clip actions to the action box");
        }
        return Math.max(-limit, Math.min(limit, torque));
    }

    private void observe(float[] observation) {
        observation[0] = (float) Math.cos(dynamics.angle());
        observation[1] = (float) Math.sin(dynamics.angle());
        observation[2] = (float) dynamics.speed();
    }
}
