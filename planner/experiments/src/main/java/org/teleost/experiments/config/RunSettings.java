package org.teleost.experiments.config;

import org.teleost.plan.Budget;
import org.teleost.plan.EngineChoice;
import org.teleost.settings.Key;
import org.teleost.settings.SettingSheet;
import org.teleost.settings.Settings;
import org.teleost.tree.TreeSample;

/** What to run, apart from the planner's own settings. Each key is declared in {@link Builder}. */
public final class RunSettings extends Settings<RunSettings, RunSettings.Builder> {
    /** The declarations of all keys. */
    public static final SettingSheet<Builder> SHEET = SettingSheet.of(Builder::new);

    /** The policy that plans. */
    public static final String PLANNER = "planner";

    /** The planner by the name of its method, beside those of others. */
    public static final String VOPP = "vopp";

    /** Seconds of warm-up before a timed budget unless the user says otherwise. */
    public static final double DEFAULT_WARMUP = 2.0;

    private RunSettings(Builder values) {
        super(SHEET, values);
        EngineChoice.parse(values.engine);
    }

    /** Ten episodes of the given length at 100 ms per decision. */
    public static RunSettings defaults(int steps) {
        Builder builder = new Builder();
        builder.steps = steps;
        return new RunSettings(builder);
    }

    @Override
    protected RunSettings of(Builder changed) {
        return new RunSettings(changed);
    }

    /** A copy with another engine. */
    public RunSettings withEngine(EngineChoice choice) {
        return with(s -> s.engine = choice.text());
    }

    /** Mutable copy; the declaration of each key. */
    public static final class Builder {
        @Key(meaning = "seed of the whole series: instances, worlds and planners of all episodes derive from it")
        public long seed = 1;

        @Key(low = 1, high = 1_000_000, meaning = "episodes to run")
        public int episodes = 10;

        @Key(
                low = 0,
                high = Integer.MAX_VALUE - 1_000_000,
                meaning = "index of the first episode; the seeds of an episode depend on seed and its index only, so a"
                        + " series can be continued or split")
        public int firstEpisode = 0;

        @Key(
                low = 1,
                high = 1_000_000,
                unit = "steps",
                standard = "the problem's",
                term = "horizon of an episode",
                meaning = "longest episode")
        public int steps = 100;

        @Key(
                allowed = "time (100ms, 1s), episodes (20000ep), passes (30passes) or several joined by commas",
                meaning = "what one decision may spend; without a time limit the decisions are the same on every"
                        + " machine and any number of threads")
        public Budget budget = Budget.ofMillis(100);

        @Key(meaning = "takes the time of the belief update from the next decision's budget")
        public boolean beliefInBudget = false;

        @Key(
                low = 0,
                high = 3600,
                unit = "seconds",
                standard = "2 for time budgets, else 0",
                meaning = "throwaway planning before measuring")
        public double warmup = DEFAULT_WARMUP;

        @Key(
                allowed = "planner, random, or a policy or solver that 'teleost problems PROBLEM' lists; a solver's"
                        + " options follow as NAME:KEY=VALUE",
                meaning = "what chooses the actions")
        public String policy = PLANNER;

        @Key(
                allowed = "host, or another that 'teleost doctor' lists; with ! (cuda!) it fails rather than to plan on"
                        + " the host",
                meaning = "what runs the planning passes")
        public String engine = EngineChoice.HOST;

        @Key(meaning = "writes a trace (episode-0000.mcap) per episode")
        public boolean trace = true;

        @Key(
                low = 0,
                high = TreeSample.MOST_ROWS,
                unit = "rows",
                meaning = "rows of each decision's belief tree in the trace, the most visited first; 0 for none, 256"
                        + " are some 10 kB per decision")
        public int traceTree = 256;
    }

    public long seed() {
        return values.seed;
    }

    public int episodes() {
        return values.episodes;
    }

    public int firstEpisode() {
        return values.firstEpisode;
    }

    public int steps() {
        return values.steps;
    }

    public Budget budget() {
        return values.budget;
    }

    public boolean beliefInBudget() {
        return values.beliefInBudget;
    }

    public double warmup() {
        return values.warmup;
    }

    public String policy() {
        return values.policy;
    }

    public String engine() {
        return values.engine;
    }

    public boolean trace() {
        return values.trace;
    }

    public int traceTree() {
        return values.traceTree;
    }
}
