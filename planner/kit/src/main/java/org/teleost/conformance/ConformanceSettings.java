package org.teleost.conformance;

import org.teleost.settings.Key;
import org.teleost.settings.SettingSheet;
import org.teleost.settings.Settings;

/**
 * How hard the kit looks. Immutable; {@link #with} returns a changed copy: {@code settings.with(s -> s.samples = 500)}.
 * The same settings give the same report, except for data races in the model, which by nature show only sometimes. Each
 * key is declared in {@link Builder}.
 */
public final class ConformanceSettings extends Settings<ConformanceSettings, ConformanceSettings.Builder> {
    /** The declarations of all keys. */
    public static final SettingSheet<Builder> SHEET = SettingSheet.of(Builder::new);

    private ConformanceSettings(Builder values) {
        super(SHEET, values);
        if (!(values.rewardLow < values.rewardHigh)) {
            throw new IllegalArgumentException("rewardLow=" + values.rewardLow + " rewardHigh=" + values.rewardHigh
                    + "; rewardLow must be below rewardHigh");
        }
    }

    /** About a second for a cheap model. */
    public static ConformanceSettings defaults() {
        return new ConformanceSettings(new Builder());
    }

    /** Ten times the work of {@link #defaults}, for a nightly run. */
    public static ConformanceSettings thorough() {
        return defaults().with(s -> {
            s.episodes = 200;
            s.steps = 60;
            s.states = 256;
            s.actionsPerState = 40;
            s.samples = 8_000;
            s.likelihoodTests = 120;
            s.histories = 24;
            s.particles = 300;
            s.threads = 8;
        });
    }

    @Override
    protected ConformanceSettings of(Builder changed) {
        return new ConformanceSettings(changed);
    }

    /** The rewards the model's specification allows. */
    public ConformanceSettings withRewardRange(double low, double high) {
        return with(s -> {
            s.rewardLow = low;
            s.rewardHigh = high;
        });
    }

    /** Mutable copy; the declaration of each key. */
    public static final class Builder {
        @Key(meaning = "seed of every stream the kit uses")
        public long seed = 1;

        @Key(low = 1, high = 1 << 20, meaning = "random episodes walked to reach states")
        public int episodes = 40;

        @Key(low = 1, high = 1 << 16, meaning = "longest episode and longest simulated history")
        public int steps = 25;

        @Key(low = 1, high = 1 << 20, meaning = "reached states at which single steps are examined")
        public int states = 64;

        @Key(low = 1, high = 1 << 20, meaning = "actions examined per state; all, when the model has no more")
        public int actionsPerState = 12;

        @Key(
                low = 100,
                high = 1 << 24,
                meaning = "repetitions of one step in a statistical test: a model that differs by 1/sqrt(samples) is"
                        + " told apart")
        public int samples = 2_000;

        @Key(low = 0, high = 1 << 20, meaning = "pairs of state and action whose observation frequencies are tested")
        public int likelihoodTests = 40;

        @Key(low = 0, high = 1 << 20, meaning = "real histories simulated with a belief of particles")
        public int histories = 8;

        @Key(low = 2, high = 1 << 24, meaning = "particles of such a belief")
        public int particles = 100;

        @Key(low = 2, high = 256, meaning = "threads of the parallel run")
        public int threads = 4;

        @Key(low = 1e-12, high = 0.1, meaning = "chance that a correct model fails any one family of statistical tests")
        public double significance = 1e-4;

        @Key(meaning = "smallest reward the model may give")
        public double rewardLow = -1e9;

        @Key(meaning = "largest reward the model may give")
        public double rewardHigh = 1e9;
    }

    public long seed() {
        return values.seed;
    }

    public int episodes() {
        return values.episodes;
    }

    public int steps() {
        return values.steps;
    }

    public int states() {
        return values.states;
    }

    public int actionsPerState() {
        return values.actionsPerState;
    }

    public int samples() {
        return values.samples;
    }

    public int likelihoodTests() {
        return values.likelihoodTests;
    }

    public int histories() {
        return values.histories;
    }

    public int particles() {
        return values.particles;
    }

    public int threads() {
        return values.threads;
    }

    public double significance() {
        return values.significance;
    }

    public double rewardLow() {
        return values.rewardLow;
    }

    public double rewardHigh() {
        return values.rewardHigh;
    }
}
