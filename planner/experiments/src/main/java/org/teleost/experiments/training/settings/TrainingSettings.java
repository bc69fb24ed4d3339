package org.teleost.experiments.training.settings;

import java.time.Duration;
import java.util.List;
import org.teleost.learn.apt.AptSettings;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.learn.apt.UpdateRatio;

/**
 * How to train, apart from the learner's own settings.
 *
 * @param algorithm what learns
 * @param preset where the learner's settings and the ratio start from
 * @param seeds seeds to train one after another, see {@link SeedList}
 * @param mode how actors and learner share the time
 * @param actors number of environments
 * @param steps environment steps per seed
 * @param warmUp first steps, with uniformly random actions and without updates
 * @param noiseSpan steps over which what is random in the actions is correlated, 1 for independent actions
 * @param ratio updates per environment step after the warm-up
 * @param ratioMin smallest ratio, in mode ASYNC only
 * @param ratioMax largest ratio, in mode ASYNC only
 * @param replay most transitions kept to learn from
 * @param handOver most transitions of one actor that wait for the learner
 * @param publishEvery updates between two policies given to the actors
 * @param lagBound largest policy lag in updates of a transition that is learned from, 0 for no bound
 * @param stepDeadline seconds after which an environment that does not return from a step is given up (mode ASYNC)
 * @param resetDeadline the same for starting an episode
 * @param maxRestarts restarts of an actor without a completed episode in between
 * @param progressEvery steps between two rows of progress
 * @param evaluateEvery steps between two evaluations, 0 for one at the end
 * @param evaluationEpisodes episodes of an evaluation
 * @param evaluationSeed seed of these episodes, the same for all training seeds
 * @param checkpointEvery steps between two checkpoints, 0 for none unless the run is stopped
 * @param learnerThreads threads of a matrix product
 * @param onnx whether to write the best policy as ONNX too
 * @param trace whether to write a trace
 */
public record TrainingSettings(
        Algorithm algorithm,
        Preset preset,
        String seeds,
        CollectionMode mode,
        int actors,
        long steps,
        long warmUp,
        int noiseSpan,
        double ratio,
        double ratioMin,
        double ratioMax,
        int replay,
        int handOver,
        int publishEvery,
        long lagBound,
        double stepDeadline,
        double resetDeadline,
        int maxRestarts,
        long progressEvery,
        long evaluateEvery,
        int evaluationEpisodes,
        long evaluationSeed,
        long checkpointEvery,
        int learnerThreads,
        boolean onnx,
        boolean trace) {
    /** Seed of evaluation episodes unless set. */
    public static final long DEFAULT_EVALUATION_SEED = 1;

    private static final long MANY = 1_000_000_000_000L;
    private static final double WEEK = 7 * 24 * 3600.0;

    /** @throws IllegalArgumentException if a value is out of its range */
    public TrainingSettings {
        List<Long> parsed = SeedList.parse(seeds);
        check("seeds", parsed.size(), 1, 1000);
        check("actors", actors, 1, 1024);
        check("steps", steps, 1, MANY);
        check("warmUp", warmUp, 1, MANY);
        check("noiseSpan", noiseSpan, 1, AptSettings.LONGEST_NOISE_SPAN);
        check("ratio", ratio, 0.001, 1000);
        check("ratioMin", ratioMin, 0, 1000);
        check("ratioMax", ratioMax, 0, 1000);
        check("replay", replay, 1, 1 << 30);
        check("handOver", handOver, 1, 1 << 20);
        check("publishEvery", publishEvery, 1, 1_000_000);
        check("lagBound", lagBound, 0, MANY);
        check("stepDeadline", stepDeadline, 0.001, WEEK);
        check("resetDeadline", resetDeadline, 0.001, WEEK);
        check("maxRestarts", maxRestarts, 0, 1_000_000);
        check("progressEvery", progressEvery, 1, MANY);
        check("evaluateEvery", evaluateEvery, 0, MANY);
        check("evaluationEpisodes", evaluationEpisodes, 1, 100_000);
        check("evaluationSeed", evaluationSeed, 0, Integer.MAX_VALUE);
        check("checkpointEvery", checkpointEvery, 0, MANY);
        check("learnerThreads", learnerThreads, 1, 256);
    }

    /** One asynchronous actor, 100 000 steps, seed 1. */
    public static TrainingSettings defaults(Preset preset) {
        AptSettings apt = AptSettings.defaults();
        return new TrainingSettings(
                Algorithm.SAC,
                preset,
                "1",
                CollectionMode.ASYNC,
                1,
                apt.environmentSteps(),
                apt.warmUpSteps(),
                apt.noiseSpan(),
                preset.ratio(),
                preset.ratio(),
                preset.ratio(),
                apt.replayCapacity(),
                apt.handOverCapacity(),
                apt.publishInterval(),
                apt.lagBound(),
                apt.stepDeadline().toMillis() / 1e3,
                apt.resetDeadline().toMillis() / 1e3,
                apt.maxRestarts(),
                1_000,
                5_000,
                10,
                DEFAULT_EVALUATION_SEED,
                25_000,
                1,
                false,
                false);
    }

    /** The seeds in the order they are trained. */
    public List<Long> seedList() {
        return SeedList.parse(seeds);
    }

    /** What the training of one seed needs to know. */
    AptSettings apt(long seed, int batchSize) {
        return AptSettings.defaults().with(s -> {
            s.mode = mode;
            s.actors = actors;
            s.environmentSteps = steps;
            s.warmUpSteps = warmUp;
            s.noiseSpan = noiseSpan;
            s.ratio = new UpdateRatio(ratio, ratioMin, ratioMax);
            s.batchSize = batchSize;
            s.replayCapacity = replay;
            s.handOverCapacity = handOver;
            s.publishInterval = publishEvery;
            s.lagBound = lagBound;
            s.stepDeadline = duration(stepDeadline);
            s.resetDeadline = duration(resetDeadline);
            s.maxRestarts = maxRestarts;
            s.progressInterval = progressEvery;
            s.evaluationInterval = evaluateEvery;
            s.checkpointInterval = checkpointEvery;
            s.seed = seed;
        });
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static void check(String key, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(key + "=" + value + "; allowed range " + low + " to " + high);
        }
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + "=" + value + "; allowed range " + low + " to " + high);
        }
    }
}
