package org.teleost.envs.cartpole;

import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** Episodes of the cart-pole swing-up; the package description gives the task. */
public final class CartPoleEnvironment implements Environment {
    /** Spread of the four initial values. */
    private static final double START_DEVIATION = 0.01;

    /** How far rounding may take an action beyond its bound, as a share of the bound. */
    private static final double ROUNDING = 1e-5;

    private final CartPoleParameters parameters;
    private final CartPoleDynamics dynamics;
    private final SwingUpReward reward;
    private final RandomStream stream = new RandomStream(0);
    private int steps;
    private boolean running;

    public CartPoleEnvironment(CartPoleParameters parameters) {
        this.parameters = parameters;
        dynamics = new CartPoleDynamics(parameters);
        reward = new SwingUpReward(parameters);
    }

    /** The cart-pole itself, to be read or placed by an experiment; an episode places it anew. */
    public CartPoleDynamics dynamics() {
        return dynamics;
    }

    @Override
    public void reset(long seed, float[] observation) {
        stream.startEpisode(seed, 0, 0);
        double position = START_DEVIATION * stream.nextGaussian();
        double angle = Math.PI + START_DEVIATION * stream.nextGaussian();
        double velocity = START_DEVIATION * stream.nextGaussian();
        double spin = START_DEVIATION * stream.nextGaussian();
        dynamics.set(position, velocity, angle, spin);
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
            throw new IllegalStateException("cart-pole has no running episode: steps=" + steps + "; call reset first");
        }
        double force = force(action);
        dynamics.advance(force);
        steps++;
        out.reward = reward.of(dynamics, force);
        out.terminated = dynamics.offRail();
        out.truncated = !out.terminated && steps >= parameters.stepLimit();
        running = !out.last();
        observe(out.observation);
    }

    @Override
    public void readSignal(int signal, float[] out) {
        out[0] = (float)
                switch (signal) {
                    case 0 -> dynamics.position();
                    case 1 -> dynamics.velocity();
                    case 2 -> Math.IEEEremainder(dynamics.angle(), 2.0 * Math.PI);
                    case 3 -> dynamics.spin();
                    case 4 -> steps * parameters.timeStep();
                    default -> throw new IndexOutOfBoundsException("cart-pole has signals 0 to 4; signal=" + signal);
                };
    }

    private double force(float[] action) {
        double force = action[0];
        double limit = parameters.forceLimit();
        if (!(Math.abs(force) <= limit * (1.0 + ROUNDING))) {
            throw new IllegalArgumentException("cart-pole force is NaN or outside its box: force=" + force + " low="
                    + -limit + " high=" + limit + " step=" + steps + "; clip actions to the action box");
        }
        return Math.max(-limit, Math.min(limit, force));
    }

    private void observe(float[] observation) {
        observation[0] = (float) dynamics.position();
        observation[1] = (float) dynamics.velocity();
        observation[2] = (float) Math.cos(dynamics.angle());
        observation[3] = (float) Math.sin(dynamics.angle());
        observation[4] = (float) dynamics.spin();
    }
}
