package org.teleost.learn.apt;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Everything that shapes a training run but the learner's own settings. Immutable; {@link #with} returns a changed
 * copy: {@code settings.with(s -> s.actors = 4)}.
 *
 * @param mode how actors and learner share the time
 * @param actors number of environments
 * @param environmentSteps steps after which training ends, over all resumptions
 * @param warmUpSteps first steps, with uniformly random actions and without updates
 * @param noiseSpan steps over which what is random in the actions is correlated, 1 for independent actions
 * @param ratio updates per environment step
 * @param batchSize transitions per update
 * @param replayCapacity most transitions kept to learn from
 * @param handOverCapacity most transitions of one actor that wait for the learner; more hide more of the learner's
 *     pauses, fewer keep the transitions closer to the newest policy
 * @param publishInterval updates between two policies given to the actors
 * @param lagBound largest number of updates by which the policy that acted may be behind when the transition reaches
 *     the learner; older ones are counted but not learned from. 0 for no bound
 * @param stepDeadline time after which an environment that does not return from a step is given up (asynchronous mode)
 * @param resetDeadline the same for making an environment and starting an episode
 * @param maxRestarts restarts of an actor without one episode completed in between; its next failure is its last
 * @param progressInterval steps between two reports of progress, 0 for none; likewise the next two
 * @param evaluationInterval steps between two evaluations
 * @param checkpointInterval steps between two checkpoints
 * @param seed seed of all episodes, actions and batches
 * @param checked stamps every transition with a checksum and verifies it wherever it arrives; for tests
 */
public record AptSettings(
        CollectionMode mode,
        int actors,
        long environmentSteps,
        long warmUpSteps,
        int noiseSpan,
        UpdateRatio ratio,
        int batchSize,
        int replayCapacity,
        int handOverCapacity,
        int publishInterval,
        long lagBound,
        Duration stepDeadline,
        Duration resetDeadline,
        int maxRestarts,
        long progressInterval,
        long evaluationInterval,
        long checkpointInterval,
        long seed,
        boolean checked) {

    /** Largest {@link #noiseSpan}. */
    public static final int LONGEST_NOISE_SPAN = 1000;

    private static final long MANY = 1_000_000_000_000L;
    private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(1);
    private static final Duration LONGEST_DEADLINE = Duration.ofDays(7);

    /** @throws IllegalArgumentException if a value is out of its range or two contradict each other */
    public AptSettings {
        check("actors", actors, 1, 1024);
        check("environmentSteps", environmentSteps, 1, MANY);
        check("warmUpSteps", warmUpSteps, 1, MANY);
        check("noiseSpan", noiseSpan, 1, LONGEST_NOISE_SPAN);
        check("batchSize", batchSize, 1, 1 << 20);
        check("replayCapacity", replayCapacity, batchSize, 1 << 30);
        check("handOverCapacity", handOverCapacity, 1, 1 << 20);
        check("publishInterval", publishInterval, 1, 1_000_000);
        check("lagBound", lagBound, 0, MANY);
        check("maxRestarts", maxRestarts, 0, 1_000_000);
        check("progressInterval", progressInterval, 0, MANY);
        check("evaluationInterval", evaluationInterval, 0, MANY);
        check("checkpointInterval", checkpointInterval, 0, MANY);
        checkDeadline("stepDeadline", stepDeadline);
        checkDeadline("resetDeadline", resetDeadline);
        if (mode == CollectionMode.SYNC_1 && actors != 1) {
            throw new IllegalArgumentException(
                    "actors=" + actors + " in mode SYNC_1, which has one; choose SYNC_N, ASYNC or LOCK_STEP");
        }
        if (lagBound > 0 && lagBound < publishInterval) {
            throw new IllegalArgumentException("lagBound=" + lagBound + " publishInterval=" + publishInterval
                    + ": the newest policy would be too old; lower publishInterval or raise lagBound");
        }
    }

    private static void check(String key, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(key + "=" + value + "; allowed range " + low + " to " + high);
        }
    }

    private static void checkDeadline(String key, Duration value) {
        if (value.compareTo(SHORTEST_DEADLINE) < 0 || value.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException(
                    key + "=" + value + "; allowed range " + SHORTEST_DEADLINE + " to " + LONGEST_DEADLINE);
        }
    }

    /** One actor, 100 000 steps, one update per step. */
    public static AptSettings defaults() {
        return new Builder().build();
    }

    /** A copy with the changes made to the builder. */
    public AptSettings with(Consumer<Builder> change) {
        Builder builder = new Builder();
        builder.mode = mode;
        builder.actors = actors;
        builder.environmentSteps = environmentSteps;
        builder.warmUpSteps = warmUpSteps;
        builder.noiseSpan = noiseSpan;
        builder.ratio = ratio;
        builder.batchSize = batchSize;
        builder.replayCapacity = replayCapacity;
        builder.handOverCapacity = handOverCapacity;
        builder.publishInterval = publishInterval;
        builder.lagBound = lagBound;
        builder.stepDeadline = stepDeadline;
        builder.resetDeadline = resetDeadline;
        builder.maxRestarts = maxRestarts;
        builder.progressInterval = progressInterval;
        builder.evaluationInterval = evaluationInterval;
        builder.checkpointInterval = checkpointInterval;
        builder.seed = seed;
        builder.checked = checked;
        change.accept(builder);
        return builder.build();
    }

    /** Mutable copy; the fields are those of the record and start at the defaults. */
    public static final class Builder {
        public CollectionMode mode = CollectionMode.ASYNC;
        public int actors = 1;
        public long environmentSteps = 100_000;
        public long warmUpSteps = 1_000;
        public int noiseSpan = 1;
        public UpdateRatio ratio = UpdateRatio.exactly(1.0);
        public int batchSize = 256;
        public int replayCapacity = 1_000_000;
        public int handOverCapacity = 16;
        public int publishInterval = 1;
        public long lagBound;
        public Duration stepDeadline = Duration.ofMinutes(1);
        public Duration resetDeadline = Duration.ofMinutes(5);
        public int maxRestarts = 5;
        public long progressInterval = 1_000;
        public long evaluationInterval;
        public long checkpointInterval;
        public long seed = 1;
        public boolean checked;

        AptSettings build() {
            return new AptSettings(
                    mode,
                    actors,
                    environmentSteps,
                    warmUpSteps,
                    noiseSpan,
                    ratio,
                    batchSize,
                    replayCapacity,
                    handOverCapacity,
                    publishInterval,
                    lagBound,
                    stepDeadline,
                    resetDeadline,
                    maxRestarts,
                    progressInterval,
                    evaluationInterval,
                    checkpointInterval,
                    seed,
                    checked);
        }
    }
}
