package org.teleost.plan;

import java.util.function.Consumer;
import org.teleost.backup.BackupSettings.ValueRule;
import org.teleost.leaf.LeafRule;
import org.teleost.search.ObservationRule;

/**
 * Everything that shapes a plan. Immutable; {@link #with} returns a changed copy: {@code settings.with(s -> s.eta =
 * 3)}.
 *
 * @param seed seed of all random streams of the planner and the belief
 * @param threads worker threads; never changes a decision under a counted budget
 * @param particles particles of the belief
 * @param memoryBytes bytes that the tree may use, fixed at construction
 * @param eta inverse temperature of the reference policy, in units of 1 / {@code etaUnit}
 * @param etaUnit what one unit of value difference is for {@code eta}
 * @param retention share of a preference kept by each update; below 1 old averages fade
 * @param trust visits of a pass at which an action's update counts half; 0 counts every update fully
 * @param explore least probability of drawing from the model's proposal at every node
 * @param valueRule how a node's value follows from its action values
 * @param maxDepth longest simulated history
 * @param firstPassEpisodes episodes of the first pass
 * @param passGrowth size of a pass as a share of all episodes before it; never below the first pass
 * @param maxPassEpisodes largest pass
 * @param expandVisits visits after which a leaf may grow children
 * @param leafValue where the value of an unfinished episode comes from
 * @param observations when episodes with different observations share a child of the tree
 */
public record PlannerSettings(
        long seed,
        int threads,
        int particles,
        long memoryBytes,
        double eta,
        EtaUnit etaUnit,
        double retention,
        double trust,
        double explore,
        ValueRule valueRule,
        int maxDepth,
        int firstPassEpisodes,
        double passGrowth,
        int maxPassEpisodes,
        int expandVisits,
        LeafRule leafValue,
        ObservationRule observations) {

    /** Unit of eta. */
    public enum EtaUnit {
        /** eta is in 1/reward, as published. */
        REWARD,
        /** eta counts per range of the root's action values, so that scaling all rewards changes nothing. */
        VALUE_RANGE
    }

    public PlannerSettings {
        check("threads", threads, 1, 256);
        check("particles", particles, 1, 100000000);
        check("memoryBytes", (double) memoryBytes, 1, 1L << 40);
        check("eta", eta, 1e-9, 1e9);
        check("retention", retention, 1e-6, 1.0);
        check("trust", trust, 0.0, 1e9);
        check("explore", explore, 0.0, 1.0);
        check("maxDepth", maxDepth, 1, 10_000);
        check("firstPassEpisodes", firstPassEpisodes, 1, 1 << 24);
        check("passGrowth", passGrowth, 0.0, 1e6);
        check("maxPassEpisodes", maxPassEpisodes, firstPassEpisodes, 1 << 24);
        check("expandVisits", expandVisits, 1, 1 << 24);
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    key + "=" + text(value) + "; allowed range " + text(low) + " to " + text(high));
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Settings that suit most problems. */
    public static PlannerSettings defaults() {
        Builder builder = new Builder();
        builder.threads = Math.min(256, Runtime.getRuntime().availableProcessors());
        return builder.build();
    }

    /** A copy with the changes made to the builder. */
    public PlannerSettings with(Consumer<Builder> change) {
        Builder builder = new Builder();
        builder.seed = seed;
        builder.threads = threads;
        builder.particles = particles;
        builder.memoryBytes = memoryBytes;
        builder.eta = eta;
        builder.etaUnit = etaUnit;
        builder.retention = retention;
        builder.trust = trust;
        builder.explore = explore;
        builder.valueRule = valueRule;
        builder.maxDepth = maxDepth;
        builder.firstPassEpisodes = firstPassEpisodes;
        builder.passGrowth = passGrowth;
        builder.maxPassEpisodes = maxPassEpisodes;
        builder.expandVisits = expandVisits;
        builder.leafValue = leafValue;
        builder.observations = observations;
        change.accept(builder);
        return builder.build();
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

    /** Mutable copy; the fields are those of the record and start at the defaults. */
    public static final class Builder {
        public long seed = 1;
        public int threads = 1;
        public int particles = 10_000;
        public long memoryBytes = 256L << 20;
        public double eta = 1.0;
        public EtaUnit etaUnit = EtaUnit.VALUE_RANGE;
        public double retention = 1.0;
        public double trust = 5.0;
        public double explore = 0.02;
        public ValueRule valueRule = ValueRule.MEAN;
        public int maxDepth = 90;
        public int firstPassEpisodes = 256;
        public double passGrowth = 0.1;
        public int maxPassEpisodes = 1 << 16;
        public int expandVisits = 8;
        public LeafRule leafValue = LeafRule.AUTO;
        public ObservationRule observations = ObservationRule.AUTO;

        PlannerSettings build() {
            return new PlannerSettings(
                    seed,
                    threads,
                    particles,
                    memoryBytes,
                    eta,
                    etaUnit,
                    retention,
                    trust,
                    explore,
                    valueRule,
                    maxDepth,
                    firstPassEpisodes,
                    passGrowth,
                    maxPassEpisodes,
                    expandVisits,
                    leafValue,
                    observations);
        }
    }
}
