package org.teleost.experiments.training.settings;

import java.util.List;
import org.teleost.settings.Key;
import org.teleost.settings.SettingSheet;
import org.teleost.settings.Settings;

/**
 * How to train, apart from the settings of collection ({@link org.teleost.learn.apt.AptSettings}) and learner. Each key
 * is declared in {@link Builder}.
 */
public final class TrainingSettings extends Settings<TrainingSettings, TrainingSettings.Builder> {
    /** The declarations of all keys. */
    public static final SettingSheet<Builder> SHEET = SettingSheet.of(Builder::new);

    /** Seed of evaluation episodes unless set. */
    public static final long DEFAULT_EVALUATION_SEED = 1;

    private final List<Long> seedList;

    private TrainingSettings(Builder values) {
        super(SHEET, values);
        seedList = SeedList.parse(values.seeds);
    }

    /** Seed 1, the modern preset. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(new Builder());
    }

    @Override
    protected TrainingSettings of(Builder changed) {
        return new TrainingSettings(changed);
    }

    /** The seeds in the order they are trained. */
    public List<Long> seedList() {
        return seedList;
    }

    /** Mutable copy; the declaration of each key. */
    public static final class Builder {
        @Key(meaning = "what learns: soft actor-critic")
        public Algorithm algorithm = Algorithm.SAC;

        @Key(meaning = "where the learner's settings and the ratio start from; paper is arXiv 2401.11349")
        public Preset preset = Preset.MODERN;

        @Key(allowed = "7 or 1,2,3 or 1..5", meaning = "seeds to train one after another")
        public String seeds = "1";

        @Key(low = 1, high = 100_000, meaning = "episodes of an evaluation, the same for all training seeds")
        public int evaluationEpisodes = 10;

        @Key(low = 0, high = Integer.MAX_VALUE, meaning = "seed of these episodes")
        public long evaluationSeed = DEFAULT_EVALUATION_SEED;

        @Key(
                low = 1,
                high = 256,
                meaning =
                        "threads of a matrix product; cores that actors use are better left to them. Start the process"
                                + " with OMP_NUM_THREADS=N and OPENBLAS_NUM_THREADS=N to limit the libraries from their"
                                + " first moment")
        public int learnerThreads = 1;

        @Key(meaning = "writes best.onnx beside best.policy")
        public boolean onnx = false;

        @Key(meaning = "writes training.mcap: progress, and the first episode of each evaluation step by step")
        public boolean trace = false;
    }

    public Algorithm algorithm() {
        return values.algorithm;
    }

    public Preset preset() {
        return values.preset;
    }

    public int evaluationEpisodes() {
        return values.evaluationEpisodes;
    }

    public long evaluationSeed() {
        return values.evaluationSeed;
    }

    public int learnerThreads() {
        return values.learnerThreads;
    }

    public boolean onnx() {
        return values.onnx;
    }

    public boolean trace() {
        return values.trace;
    }
}
