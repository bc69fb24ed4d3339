package org.teleost.plan;

import org.teleost.settings.Key;
import org.teleost.settings.LeafRule;
import org.teleost.settings.ObservationRule;
import org.teleost.settings.SettingSheet;
import org.teleost.settings.Settings;
import org.teleost.settings.ValueRule;

/**
 * Everything that shapes a plan. Immutable; {@link #with} returns a changed copy: {@code settings.with(s -> s.eta =
 * 3)}. Each key is declared in {@link Builder}.
 */
public final class PlannerSettings extends Settings<PlannerSettings, PlannerSettings.Builder> {
    /** The declarations of all keys. */
    public static final SettingSheet<Builder> SHEET = SettingSheet.of(Builder::new);

    private static final int MOST_EPISODES = 1 << 24;

    /** Unit of eta. */
    public enum EtaUnit {
        /** eta is in 1/reward, as published. */
        REWARD,
        /** eta counts per range of the root's action values, so that scaling all rewards changes nothing. */
        VALUE_RANGE
    }

    private PlannerSettings(Builder values) {
        super(SHEET, values);
        if (values.maxPassEpisodes < values.firstPassEpisodes) {
            throw new IllegalArgumentException("maxPassEpisodes=" + values.maxPassEpisodes + "; allowed range "
                    + values.firstPassEpisodes + " (firstPassEpisodes) to " + MOST_EPISODES);
        }
    }

    /** Settings that suit most problems, on all cores. */
    public static PlannerSettings defaults() {
        return new PlannerSettings(new Builder());
    }

    @Override
    protected PlannerSettings of(Builder changed) {
        return new PlannerSettings(changed);
    }

    public PlannerSettings withSeed(long value) {
        return with(s -> s.seed = value);
    }

    public PlannerSettings withThreads(int value) {
        return with(s -> s.threads = value);
    }

    public PlannerSettings withParticles(int value) {
        return with(s -> s.particles = value);
    }

    /** Mutable copy; the declaration of each key. */
    public static final class Builder {
        @Key(meaning = "seed of all random streams of the planner and the belief")
        public long seed = 1;

        @Key(
                low = 1,
                high = 256,
                standard = "all cores",
                meaning = "worker threads; never changes a decision under a counted budget")
        public int threads = Math.min(256, Runtime.getRuntime().availableProcessors());

        @Key(low = 1, high = 100_000_000, meaning = "particles of the belief")
        public int particles = 10_000;

        @Key(low = 1, high = 1L << 40, unit = "bytes", meaning = "memory of the tree, taken once, at construction")
        public long memoryBytes = 256L << 20;

        @Key(
                low = 1e-9,
                high = 1e9,
                unit = "1/etaUnit",
                term = "inverse temperature",
                meaning = "how strongly the reference policy follows action values; more is greedier")
        public double eta = 1.0;

        @Key(meaning = "what one unit of value difference is for eta: a reward, or the range of the root's values")
        public EtaUnit etaUnit = EtaUnit.VALUE_RANGE;

        @Key(
                low = 1e-6,
                high = 1,
                term = "1 - step size of the preference average",
                meaning = "share of a preference kept by each update; below 1 old averages fade")
        public double retention = 1.0;

        @Key(
                low = 0,
                high = 1e9,
                unit = "visits",
                meaning = "visits of a pass at which an action's update counts half; 0 counts every update fully")
        public double trust = 5.0;

        @Key(
                low = 0,
                high = 1,
                term = "epsilon",
                meaning = "least probability of drawing from the model's proposal at every node")
        public double explore = 0.02;

        @Key(term = "backup operator", meaning = "how a node's value follows from its action values")
        public ValueRule valueRule = ValueRule.MEAN;

        @Key(low = 1, high = 10_000, unit = "steps", term = "horizon", meaning = "longest simulated history")
        public int maxDepth = 90;

        @Key(low = 1, high = MOST_EPISODES, unit = "episodes", meaning = "episodes of the first pass")
        public int firstPassEpisodes = 256;

        @Key(
                low = 0,
                high = 1e6,
                meaning = "size of a pass as a share of all episodes before it; never below the first pass")
        public double passGrowth = 0.1;

        @Key(low = 1, high = MOST_EPISODES, unit = "episodes", meaning = "largest pass, firstPassEpisodes or more")
        public int maxPassEpisodes = 1 << 16;

        @Key(low = 1, high = MOST_EPISODES, unit = "visits", meaning = "visits after which a leaf may grow children")
        public int expandVisits = 8;

        @Key(term = "rollout or bound", meaning = "where the value of an unfinished episode comes from")
        public LeafRule leafValue = LeafRule.AUTO;

        @Key(
                term = "observation widening",
                meaning = "when episodes with different observations share a child of the tree")
        public ObservationRule observations = ObservationRule.AUTO;

        @Key(
                term = "tree reuse",
                meaning = "whether a decision goes on with the tree that the last one left below what happened since")
        public boolean reuseTree = false;
    }

    public long seed() {
        return values.seed;
    }

    public int threads() {
        return values.threads;
    }

    public int particles() {
        return values.particles;
    }

    public long memoryBytes() {
        return values.memoryBytes;
    }

    public double eta() {
        return values.eta;
    }

    public EtaUnit etaUnit() {
        return values.etaUnit;
    }

    public double retention() {
        return values.retention;
    }

    public double trust() {
        return values.trust;
    }

    public double explore() {
        return values.explore;
    }

    public ValueRule valueRule() {
        return values.valueRule;
    }

    public int maxDepth() {
        return values.maxDepth;
    }

    public int firstPassEpisodes() {
        return values.firstPassEpisodes;
    }

    public double passGrowth() {
        return values.passGrowth;
    }

    public int maxPassEpisodes() {
        return values.maxPassEpisodes;
    }

    public int expandVisits() {
        return values.expandVisits;
    }

    public LeafRule leafValue() {
        return values.leafValue;
    }

    public ObservationRule observations() {
        return values.observations;
    }

    public boolean reuseTree() {
        return values.reuseTree;
    }
}
