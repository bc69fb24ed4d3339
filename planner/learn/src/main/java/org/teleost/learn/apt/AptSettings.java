package org.teleost.learn.apt;

import java.time.Duration;
import org.teleost.settings.Key;
import org.teleost.settings.SettingSheet;
import org.teleost.settings.Settings;

/**
 * Everything that shapes a training run but the learner's own settings. Immutable; {@link #with} returns a changed
 * copy: {@code settings.with(s -> s.actors = 4)}. Each key is declared in {@link Builder}.
 */
public final class AptSettings extends Settings<AptSettings, AptSettings.Builder> {
    /** The declarations of all keys. */
    public static final SettingSheet<Builder> SHEET = SettingSheet.of(Builder::new);

    /** Largest {@link #noiseSpan}. */
    public static final int LONGEST_NOISE_SPAN = 1000;

    private static final double MANY = 1e12;
    private static final double WEEK = 7 * 24 * 3600;

    private final UpdateRatio updateRatio;

    private AptSettings(Builder values) {
        super(SHEET, values);
        updateRatio = new UpdateRatio(values.ratio, values.ratioMin, values.ratioMax);
        if (values.replay < values.batchSize) {
            throw new IllegalArgumentException(
                    "replay=" + values.replay + "; allowed range " + values.batchSize + " (the batch) to " + (1 << 30));
        }
        if (values.mode == CollectionMode.SYNC_1 && values.actors != 1) {
            throw new IllegalArgumentException(
                    "actors=" + values.actors + " in mode SYNC_1, which has one; choose SYNC_N, ASYNC or LOCK_STEP");
        }
        if (values.lagBound > 0 && values.lagBound < values.publishEvery) {
            throw new IllegalArgumentException("lagBound=" + values.lagBound + " publishEvery=" + values.publishEvery
                    + ": the newest policy would be too old; lower publishEvery or raise lagBound");
        }
    }

    /** One actor, 100 000 steps, one update per step. */
    public static AptSettings defaults() {
        return new AptSettings(new Builder());
    }

    @Override
    protected AptSettings of(Builder changed) {
        return new AptSettings(changed);
    }

    /** Mutable copy; the declaration of each key. */
    public static final class Builder {
        @Key(
                term = "collection",
                meaning = "how actors and learner share the time: async never waits, sync-1 and"
                        + " sync-n take turns, lock-step repeats bit for bit")
        public CollectionMode mode = CollectionMode.ASYNC;

        @Key(low = 1, high = 1024, term = "parallel environments", meaning = "environments that collect")
        public int actors = 1;

        @Key(low = 1, high = MANY, unit = "steps", meaning = "environment steps per seed, over all resumptions")
        public long steps = 100_000;

        @Key(
                low = 1,
                high = MANY,
                unit = "steps",
                term = "learning starts",
                meaning = "first steps, with uniformly random actions and without updates")
        public long warmUp = 1_000;

        @Key(
                low = 1,
                high = LONGEST_NOISE_SPAN,
                unit = "steps",
                meaning = "steps over which exploration keeps its direction, 1 for independent actions; more where an"
                        + " action is a rate and decisions follow each other closely")
        public int noiseSpan = 1;

        @Key(
                low = 0.001,
                high = 1000,
                unit = "updates/step",
                term = "replay ratio, update-to-data ratio",
                standard = "the preset's, 1 or 20",
                meaning = "updates per environment step after the warm-up")
        public double ratio = 1;

        @Key(
                low = 0,
                high = 1000,
                unit = "updates/step",
                standard = "ratio",
                meaning = "smallest ratio, in mode async; 0 never pauses collection")
        public double ratioMin = 1;

        @Key(
                low = 0,
                high = 1000,
                unit = "updates/step",
                standard = "ratio",
                meaning = "largest ratio, in mode async; there the learner waits for transitions")
        public double ratioMax = 1;

        @Key(low = 1, high = 1 << 20, unit = "transitions", meaning = "transitions per update")
        public int batchSize = 256;

        @Key(
                low = 1,
                high = 1 << 30,
                unit = "transitions",
                term = "buffer size",
                meaning = "most transitions kept to learn from, a batch or more")
        public int replay = 1_000_000;

        @Key(
                low = 1,
                high = 1 << 20,
                unit = "transitions",
                meaning = "most transitions of one actor that wait for the learner; more hide more of its pauses, fewer"
                        + " keep them closer to the newest policy")
        public int handOver = 16;

        @Key(low = 1, high = 1e6, unit = "updates", meaning = "updates between two policies given to the actors")
        public int publishEvery = 1;

        @Key(
                low = 0,
                high = MANY,
                unit = "updates",
                term = "policy lag",
                meaning = "largest lag behind the newest policy of a transition that is learned from, 0 for no bound")
        public long lagBound = 0;

        @Key(
                low = 0.001,
                high = WEEK,
                unit = "seconds",
                meaning = "an environment that does not return from a step by then is given up, in mode async")
        public double stepDeadline = 60;

        @Key(
                low = 0.001,
                high = WEEK,
                unit = "seconds",
                meaning = "the same for making an environment and starting an episode")
        public double resetDeadline = 300;

        @Key(
                low = 0,
                high = 1e6,
                meaning = "restarts of an actor without a completed episode in between; its next failure is its last")
        public int maxRestarts = 5;

        @Key(low = 0, high = MANY, unit = "steps", meaning = "steps between two rows of progress, 0 for none")
        public long progressEvery = 1_000;

        @Key(low = 0, high = MANY, unit = "steps", meaning = "steps between two evaluations, 0 for none but the last")
        public long evaluateEvery = 0;

        @Key(
                low = 0,
                high = MANY,
                unit = "steps",
                meaning = "steps between two checkpoints, 0 for none but when stopped")
        public long checkpointEvery = 0;

        @Key(meaning = "seed of all episodes, actions and batches")
        public long seed = 1;

        @Key(meaning = "stamps every transition with a checksum and verifies it wherever it arrives; for tests")
        public boolean checked = false;

        /** Sets {@link #ratio} and its bounds. */
        public void ratio(UpdateRatio bounds) {
            ratio = bounds.target();
            ratioMin = bounds.minimum();
            ratioMax = bounds.maximum();
        }
    }

    /** Updates per environment step, with its bounds. */
    public UpdateRatio ratio() {
        return updateRatio;
    }

    public Duration stepDeadline() {
        return duration(values.stepDeadline);
    }

    public Duration resetDeadline() {
        return duration(values.resetDeadline);
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    public CollectionMode mode() {
        return values.mode;
    }

    public int actors() {
        return values.actors;
    }

    public long steps() {
        return values.steps;
    }

    public long warmUp() {
        return values.warmUp;
    }

    public int noiseSpan() {
        return values.noiseSpan;
    }

    public int batchSize() {
        return values.batchSize;
    }

    public int replay() {
        return values.replay;
    }

    public int handOver() {
        return values.handOver;
    }

    public int publishEvery() {
        return values.publishEvery;
    }

    public long lagBound() {
        return values.lagBound;
    }

    public int maxRestarts() {
        return values.maxRestarts;
    }

    public long progressEvery() {
        return values.progressEvery;
    }

    public long evaluateEvery() {
        return values.evaluateEvery;
    }

    public long checkpointEvery() {
        return values.checkpointEvery;
    }

    public long seed() {
        return values.seed;
    }

    public boolean checked() {
        return values.checked;
    }
}
