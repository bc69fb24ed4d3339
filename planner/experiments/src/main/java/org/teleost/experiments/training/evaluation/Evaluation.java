package org.teleost.experiments.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.teleost.model.ModelException;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/**
 * Runs episodes of a fixed policy. The seeds of episode e follow from the evaluation's seed and e alone, and none of
 * them is a seed of a training episode.
 */
public final class Evaluation {
    private static final String SUCCESS = "success";

    /** Training derives its seeds for purposes below 5. */
    private static final long PURPOSE = 5;

    private final ControlProblem problem;
    private final long seed;
    private final LongSupplier clock;
    private final StepOutcome outcome;
    private final float[] observation;
    private final float[] action;
    private long actNanos;

    /** @param clock nanoseconds, in the manner of {@link System#nanoTime} */
    public Evaluation(ControlProblem problem, long seed, LongSupplier clock) {
        this.problem = problem;
        this.seed = seed;
        this.clock = clock;
        int observations = problem.observationBox().size();
        outcome = new StepOutcome(observations, problem.infoNames().size());
        observation = new float[observations];
        action = new float[problem.actionBox().size()];
    }

    /**
     * Runs the first episodes, 0 to {@code episodes} - 1.
     *
     * @throws ModelException if the environment throws or gives a number that is not finite
     */
    public EvaluationResult run(ActionSource source, int episodes, EvaluationObserver observer) {
        List<EpisodeScore> scores = new ArrayList<>();
        actNanos = 0;
        try (Environment environment = problem.newEnvironment()) {
            for (int episode = 0; episode < episodes; episode++) {
                scores.add(episode(environment, source, episode, observer));
            }
        }
        return new EvaluationResult(scores, actNanos);
    }

    private EpisodeScore episode(Environment environment, ActionSource source, int episode, EvaluationObserver watch) {
        long episodeSeed = RandomStream.derive(RandomStream.derive(seed, PURPOSE), episode);
        source.startEpisode(episodeSeed);
        reset(environment, episode, episodeSeed);
        watch.started(episode, episodeSeed, environment, observation);
        double sum = 0.0;
        int step = 0;
        do {
            requireFinite(episode, step);
            long before = clock.getAsLong();
            source.act(observation, action);
            actNanos += clock.getAsLong() - before;
            step(environment, episode, step);
            watch.stepped(episode, step, observation, action, outcome);
            sum += outcome.reward;
            System.arraycopy(outcome.observation, 0, observation, 0, observation.length);
            step++;
        } while (!outcome.last() && step < problem.stepLimit());
        int success = problem.infoNames().indexOf(SUCCESS);
        return new EpisodeScore(
                episode, episodeSeed, sum, step, outcome.terminated, success < 0 ? Double.NaN : outcome.info[success]);
    }

    private void reset(Environment environment, int episode, long episodeSeed) {
        try {
            environment.reset(episodeSeed, observation);
        } catch (RuntimeException e) {
            throw new ModelException(place(episode, 0) + "reset failed: " + e, e);
        }
    }

    private void step(Environment environment, int episode, int step) {
        try {
            environment.step(action, outcome);
        } catch (RuntimeException e) {
            throw new ModelException(place(episode, step) + "the step failed: " + e, e);
        }
        if (!Double.isFinite(outcome.reward)) {
            throw new ModelException(place(episode, step) + "reward=" + outcome.reward + " is not finite", null);
        }
    }

    private void requireFinite(int episode, int step) {
        for (int i = 0; i < observation.length; i++) {
            if (!Float.isFinite(observation[i])) {
                throw new ModelException(
                        place(episode, step) + "observation component=" + i + " value=" + observation[i]
                                + " is not finite",
                        null);
            }
        }
    }

    private String place(int episode, int step) {
        return "control problem=" + problem.name() + " evaluation seed=" + seed + " episode=" + episode + " step="
                + step + ": ";
    }
}
