package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.teleost.experiments.config.ConfigFile;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.Setting;
import org.teleost.problem.Problem;
import picocli.CommandLine.Option;

/** Options that define a run. They are kept as text: the records that they end up in know types and ranges. */
final class RunOptions {
    @Option(names = "--episodes", paramLabel = "N", description = "Episodes to run (default 10).")
    private String episodes;

    @Option(
            names = "--first-episode",
            paramLabel = "K",
            description =
                    "Index of the first episode (default 0). The seeds of an episode depend on --seed and its index"
                            + " only, so a series can be continued or split.")
    private String firstEpisode;

    @Option(names = "--steps", paramLabel = "N", description = "Longest episode (default: the problem's).")
    private String steps;

    @Option(
            names = "--budget",
            paramLabel = "B",
            description = "Per decision: time (100ms, 1s), episodes (20000ep), passes (30passes) or several joined by"
                    + " commas (default 100ms). Without a time limit the decisions are the same on every machine and"
                    + " any number of threads.")
    private String budget;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of everything random (default 1).")
    private String seed;

    @Option(names = "--threads", paramLabel = "N", description = "Planning threads (default: all cores).")
    private String threads;

    @Option(names = "--memory", paramLabel = "SIZE", description = "Memory of the tree, for example 256m or 2g.")
    private String memory;

    @Option(names = "--particles", paramLabel = "N", description = "Particles of the belief.")
    private String particles;

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "planner (default), random, or a baseline of the problem, see 'teleost problems PROBLEM'.")
    private String policy;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "host (default), or cuda where it is built in; cuda! fails rather than to plan on the host."
                    + " 'teleost doctor' lists the engines.")
    private String engine;

    @Option(
            names = "--belief-in-budget",
            description = "Takes the time of the belief update from the next decision's budget.")
    private boolean beliefInBudget;

    @Option(
            names = "--warmup",
            paramLabel = "SECONDS",
            description = "Throwaway planning before measuring (default 2 for time budgets, else 0).")
    private String warmup;

    @Option(names = "--no-trace", description = "Writes no trace (episode-0000.mcap) per episode.")
    private boolean noTrace;

    @Option(
            names = "--trace-tree",
            paramLabel = "N",
            description = "Rows of each decision's belief tree in the trace, the most visited first: 0 for none, at"
                    + " most 100000 (default 256).")
    private String traceTree;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with lines 'key: value'. Options win over the file, the file over the problem's"
                    + " defaults.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any setting by its key, repeatable: --set eta=3. 'teleost problems PROBLEM' lists keys and"
                    + " ranges.")
    private List<String> assignments = new ArrayList<>();

    /** The configuration that the options, the file and the problem's defaults make. */
    RunConfiguration configuration(Problem problem) {
        List<Setting> settings = new ArrayList<>();
        assignments.forEach(text -> settings.add(Setting.ofAssignment(text)));
        add(settings, "episodes", episodes, "--episodes");
        add(settings, "firstEpisode", firstEpisode, "--first-episode");
        add(settings, "steps", steps, "--steps");
        add(settings, "budget", budget, "--budget");
        add(settings, "seed", seed, "--seed");
        add(settings, "threads", threads, "--threads");
        add(settings, "memoryBytes", memory, "--memory");
        add(settings, "particles", particles, "--particles");
        add(settings, "policy", policy, "--policy");
        add(settings, "engine", engine, "--engine");
        add(settings, "beliefInBudget", beliefInBudget ? "true" : null, "--belief-in-budget");
        add(settings, "warmup", warmup, "--warmup");
        add(settings, "trace", noTrace ? "false" : null, "--no-trace");
        add(settings, "traceTree", traceTree, "--trace-tree");
        return Configurator.configure(problem, config == null ? List.of() : ConfigFile.read(config), settings);
    }

    private static void add(List<Setting> settings, String key, String value, String option) {
        if (value != null) {
            settings.add(new Setting(key, value, option));
        }
    }
}
