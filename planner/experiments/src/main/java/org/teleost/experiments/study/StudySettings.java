package org.teleost.experiments.study;

import java.util.Arrays;
import java.util.List;
import org.teleost.learn.apt.AptSettings;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.learn.apt.UpdateRatio;

/**
 * What the trials of a study have in common.
 *
 * @param problem name of the problem
 * @param learner name of the learner's settings
 * @param costKind what a costlier environment does
 * @param actors actors in all modes but sync-1, 1 to 256
 * @param batchSize transitions per update
 * @param ratio updates per step: modes that take turns keep the target, asynchronous collection lets it float. The
 *     minimum is what decouples collection from a slow learner: 0.3 lets actors take three steps per update
 * @param stragglerMinimum smallest ratio in asynchronous trials with a straggler; 0 never pauses the actors, so that
 *     only the slow one can slow the others
 * @param warmUpSteps random steps before the first update
 * @param points evaluations in a return curve beside the first and the last, 0 to 1000
 * @param evaluationEpisodes episodes of each evaluation, 1 to 10000
 * @param aloneSeconds time for measuring what an actor does alone, positive
 * @param settleSeconds unmeasured training before the first trial, so that it runs compiled code as the others do
 */
public record StudySettings(
        String problem,
        String learner,
        CostKind costKind,
        int actors,
        int batchSize,
        UpdateRatio ratio,
        double stragglerMinimum,
        long warmUpSteps,
        int points,
        int evaluationEpisodes,
        double aloneSeconds,
        double settleSeconds) {

    /** Steps between two looks at the clock. */
    private static final int LOOK_INTERVAL = 10;

    private static final int REPLAY_CAPACITY = 1_000_000;

    /** For trials that end by the clock. */
    private static final long UNLIMITED_STEPS = 1_000_000_000_000L;

    /** @throws IllegalArgumentException if a value is outside its range */
    public StudySettings {
        check("actors", actors, 1, 256);
        check("points", points, 0, 1000);
        check("evaluationEpisodes", evaluationEpisodes, 1, 10_000);
        check("aloneSeconds", aloneSeconds, 0.001, 3600);
        check("settleSeconds", settleSeconds, 0, 3600);
        check("stragglerMinimum", stragglerMinimum, 0, ratio.target());
    }

    /**
     * Refuses trials that can't be trained, before any is.
     *
     * @throws IllegalArgumentException if one of the trials can't be trained with these settings
     */
    public void check(List<Trial> trials) {
        for (Trial trial : trials) {
            training(trial);
            factors(trial);
        }
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + "=" + value + "; allowed range " + low + " to " + high);
        }
    }

    /** For training whose result nobody reads: updates from the beginning, hardly any evaluation. */
    StudySettings settling() {
        return new StudySettings(
                problem,
                learner,
                costKind,
                actors,
                batchSize,
                ratio,
                stragglerMinimum,
                Math.min(warmUpSteps, batchSize),
                0,
                1,
                aloneSeconds,
                settleSeconds);
    }

    /** The training settings of a trial. */
    AptSettings training(Trial trial) {
        return AptSettings.defaults().with(s -> {
            s.mode = trial.mode();
            s.actors = environments(trial.mode());
            s.steps = trial.budget().isSteps() ? trial.budget().steps() : UNLIMITED_STEPS;
            s.warmUp = warmUpSteps;
            s.ratio(ratio(trial));
            s.batchSize = batchSize;
            s.replay = Math.max(REPLAY_CAPACITY, batchSize);
            s.progressEvery = LOOK_INTERVAL;
            s.seed = trial.seed();
        });
    }

    private UpdateRatio ratio(Trial trial) {
        return trial.straggler() == 1
                ? ratio
                : new UpdateRatio(ratio.target(), Math.min(stragglerMinimum, ratio.minimum()), ratio.maximum());
    }

    /** Environments in this mode. */
    int environments(CollectionMode mode) {
        return mode == CollectionMode.SYNC_1 ? 1 : actors;
    }

    /** The cost of each environment of a trial; the last one is the straggler. */
    int[] factors(Trial trial) {
        int[] factors = new int[environments(trial.mode())];
        Arrays.fill(factors, trial.cost());
        factors[factors.length - 1] = Math.multiplyExact(trial.cost(), trial.straggler());
        return factors;
    }
}
