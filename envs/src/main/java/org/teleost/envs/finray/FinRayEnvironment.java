package org.teleost.envs.finray;

import java.util.List;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** Episodes of a swimming fin ray whose offset is controlled; the package description gives the task. */
public final class FinRayEnvironment implements Environment {
    /** What {@link StepOutcome#info} holds. */
    static final List<String> INFO_NAMES = List.of("CT", "CP", "offset", "diverged");

    /**
     * Reward when the flow leaves the range in which it can be believed: a hundred decisions as bad as they get, so
     * that no control gains by breaking the solver.
     */
    public static final double DIVERGED_REWARD = -100.0;

    /** How far a float's rounding may take an action beyond its bound. */
    private static final float ROUNDING = 1e-5f;

    private final FinRayReward reward;
    private final FinRay ray;
    private final RandomStream stream = new RandomStream(0);
    /** The last observation of a flow that can be believed. */
    private final float[] observed = new float[FinRayObservation.SIZE];

    private double episodeStart;
    private int steps;
    private boolean running;
    private String divergence = "";

    /** @param reward what a decision earns */
    public FinRayEnvironment(FinRaySetup setup, FinRayReward reward) {
        this.reward = reward;
        ray = new FinRay(setup);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The first episode of a process with these settings simulates the states to start from, a few seconds.
     */
    @Override
    public void reset(long seed, float[] observation) {
        stream.startEpisode(seed, 0, 0);
        start(stream.nextInt(FinRay.DECISIONS_PER_PERIOD), observation);
    }

    /**
     * Starts an episode at the given decision of the root's period.
     *
     * @param decision 0 to 39
     */
    public void start(int decision, float[] observation) {
        ray.start(decision);
        episodeStart = ray.time();
        steps = 0;
        running = true;
        divergence = "";
        ray.observe(observed);
        System.arraycopy(observed, 0, observation, 0, observed.length);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A flow that diverges ends the episode as terminated with {@link #DIVERGED_REWARD}, info diverged 1, the
     * observation and measurements of the decision before, and the reason in {@link #divergence}.
     *
     * @throws IllegalArgumentException if the action is NaN or beyond its bounds
     * @throws IllegalStateException if no episode is running
     */
    @Override
    public void step(float[] action, StepOutcome out) {
        requireRunning();
        requireWithinBox(action[0]);
        steps++;
        try {
            ray.decide(action[0]);
        } catch (FlowDivergedException e) {
            divergence = "episode ended at decision " + steps + ": " + e.getMessage();
        }
        boolean diverged = !divergence.isEmpty();
        if (!diverged) {
            ray.observe(observed);
        }
        System.arraycopy(observed, 0, out.observation, 0, observed.length);
        out.info[0] = ray.thrustCoefficient();
        out.info[1] = ray.powerCoefficient();
        out.info[2] = ray.offset();
        out.info[3] = diverged ? 1.0 : 0.0;
        out.reward = diverged ? DIVERGED_REWARD : reward.of(ray.thrustCoefficient(), ray.powerCoefficient());
        out.terminated = diverged;
        out.truncated = !diverged && steps >= FinRayProblem.STEPS;
        running = !out.last();
    }

    private void requireRunning() {
        if (!running) {
            throw new IllegalStateException("fin ray has no running episode: steps=" + steps + "; call reset first");
        }
    }

    private void requireWithinBox(float action) {
        if (!(Math.abs(action) <= 1.0f + ROUNDING)) {
            throw new IllegalArgumentException("fin ray action is NaN or outside its box: action=" + action
                    + " low=-1 high=1 step=" + steps + "; clip actions to the action box");
        }
    }

    @Override
    public void readSignal(int signal, float[] out) {
        FinRaySignals.read(ray, episodeStart, signal, out);
    }

    /** Why the flow of the last episode diverged, empty if it did not. */
    public String divergence() {
        return divergence;
    }

    /** The ray, to be read. */
    public FinRay ray() {
        return ray;
    }
}
