package org.teleost.experiments.config;

import org.teleost.plan.Budget;
import org.teleost.plan.EngineChoice;
import org.teleost.tree.TreeSample;

/**
 * What to run, apart from the planner's own settings.
 *
 * @param seed seed of the whole series: instances, worlds and planners of all episodes derive from it
 * @param episodes number of episodes
 * @param firstEpisode index of the first episode; the seeds of an episode depend on its index only
 * @param steps longest episode
 * @param budget what one decision may spend
 * @param beliefInBudget whether the belief update's time is taken from the next decision's budget
 * @param warmup seconds of throwaway planning before measuring
 * @param policy {@code planner}, {@code random} or a baseline of the problem
 * @param engine {@code host}, or another engine's name, with {@code !} to fail rather than to plan on the host
 * @param trace whether to write a trace per episode
 * @param traceTree rows of each decision's belief tree in the trace, the most visited ones; 0 for none
 */
public record RunSettings(
        long seed,
        int episodes,
        int firstEpisode,
        int steps,
        Budget budget,
        boolean beliefInBudget,
        double warmup,
        String policy,
        String engine,
        boolean trace,
        int traceTree) {
    /** The policy that plans. */
    public static final String PLANNER = "planner";

    /** Seconds of warm-up before a timed budget unless the user says otherwise. */
    public static final double DEFAULT_WARMUP = 2.0;

    /** Rows of the belief tree in a trace unless the user says otherwise: some 10 kB per decision. */
    public static final int DEFAULT_TREE = 256;

    public RunSettings {
        EngineChoice.parse(engine);
        check("episodes", episodes, 1, 1_000_000);
        check("firstEpisode", firstEpisode, 0, Integer.MAX_VALUE - 1_000_000);
        check("steps", steps, 1, 1_000_000);
        check("traceTree", traceTree, 0, TreeSample.MOST_ROWS);
        if (!(warmup >= 0.0 && warmup <= 3600.0)) {
            throw new IllegalArgumentException("warmup=" + warmup + "; allowed range 0 to 3600 seconds");
        }
    }

    /** Ten episodes of the given length at 100 ms per decision. */
    public static RunSettings defaults(int steps) {
        return new RunSettings(
                1,
                10,
                0,
                steps,
                Budget.ofMillis(100),
                false,
                DEFAULT_WARMUP,
                PLANNER,
                EngineChoice.HOST,
                true,
                DEFAULT_TREE);
    }

    /** A copy with another engine. */
    public RunSettings withEngine(EngineChoice choice) {
        return new RunSettings(
                seed,
                episodes,
                firstEpisode,
                steps,
                budget,
                beliefInBudget,
                warmup,
                policy,
                choice.text(),
                trace,
                traceTree);
    }

    private static void check(String key, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(key + "=" + value + "; allowed range " + low + " to " + high);
        }
    }
}
