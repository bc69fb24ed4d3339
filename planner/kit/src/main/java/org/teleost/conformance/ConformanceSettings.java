package org.teleost.conformance;

/**
 * How hard the kit looks. Immutable; the {@code with} methods return a changed copy. The same settings give the same
 * report, except for data races in the model, which by nature show only sometimes.
 *
 * @param seed seed of every stream the kit uses
 * @param episodes random episodes walked to reach states
 * @param steps longest episode and longest simulated history
 * @param states reached states at which single steps are examined
 * @param actionsPerState actions examined per state (all, when the model has no more)
 * @param samples repetitions of one step in a statistical test
 * @param likelihoodTests pairs (state, action) whose observation frequencies are tested
 * @param histories real histories simulated with a belief of particles
 * @param particles particles of such a belief
 * @param threads threads of the parallel run
 * @param significance chance that a correct model fails any one family of statistical tests
 * @param rewardLow smallest reward the model may give
 * @param rewardHigh largest reward the model may give
 */
public record ConformanceSettings(
        long seed,
        int episodes,
        int steps,
        int states,
        int actionsPerState,
        int samples,
        int likelihoodTests,
        int histories,
        int particles,
        int threads,
        double significance,
        double rewardLow,
        double rewardHigh) {

    public ConformanceSettings {
        check("episodes", episodes, 1, 1 << 20);
        check("steps", steps, 1, 1 << 16);
        check("states", states, 1, 1 << 20);
        check("actionsPerState", actionsPerState, 1, 1 << 20);
        check("samples", samples, 100, 1 << 24);
        check("likelihoodTests", likelihoodTests, 0, 1 << 20);
        check("histories", histories, 0, 1 << 20);
        check("particles", particles, 2, 1 << 24);
        check("threads", threads, 2, 256);
        check("significance", significance, 1e-12, 0.1);
        if (!(rewardLow < rewardHigh)) {
            throw new IllegalArgumentException(
                    "rewardLow=" + rewardLow + " rewardHigh=" + rewardHigh + "; rewardLow must be below rewardHigh");
        }
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + "=" + value + "; allowed range " + low + " to " + high);
        }
    }

    /** About a second for a cheap model. */
    public static ConformanceSettings defaults() {
        return new ConformanceSettings(1, 40, 25, 64, 12, 2_000, 40, 8, 100, 4, 1e-4, -1e9, 1e9);
    }

    /** Ten times the work of {@link #defaults}, for a nightly run. */
    public static ConformanceSettings thorough() {
        return new ConformanceSettings(1, 200, 60, 256, 40, 8_000, 120, 24, 300, 8, 1e-4, -1e9, 1e9);
    }

    public ConformanceSettings withSeed(long value) {
        return new ConformanceSettings(
                value,
                episodes,
                steps,
                states,
                actionsPerState,
                samples,
                likelihoodTests,
                histories,
                particles,
                threads,
                significance,
                rewardLow,
                rewardHigh);
    }

    /** Episodes walked, and the longest of them. */
    public ConformanceSettings withEpisodes(int count, int longest) {
        return new ConformanceSettings(
                seed,
                count,
                longest,
                states,
                actionsPerState,
                samples,
                likelihoodTests,
                histories,
                particles,
                threads,
                significance,
                rewardLow,
                rewardHigh);
    }

    /** Repetitions of one step in a statistical test: a model that differs by 1/sqrt(samples) is told apart. */
    public ConformanceSettings withSamples(int value) {
        return new ConformanceSettings(
                seed,
                episodes,
                steps,
                states,
                actionsPerState,
                value,
                likelihoodTests,
                histories,
                particles,
                threads,
                significance,
                rewardLow,
                rewardHigh);
    }

    /** Real histories simulated, and the particles that follow each. */
    public ConformanceSettings withHistories(int count, int particlesEach) {
        return new ConformanceSettings(
                seed,
                episodes,
                steps,
                states,
                actionsPerState,
                samples,
                likelihoodTests,
                count,
                particlesEach,
                threads,
                significance,
                rewardLow,
                rewardHigh);
    }

    /** The rewards the model's specification allows. */
    public ConformanceSettings withRewardRange(double low, double high) {
        return new ConformanceSettings(
                seed,
                episodes,
                steps,
                states,
                actionsPerState,
                samples,
                likelihoodTests,
                histories,
                particles,
                threads,
                significance,
                low,
                high);
    }
}
