package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.teleost.experiments.config.ConfigFile;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.RunSettings;
import org.teleost.experiments.config.Setting;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that define a run. */
final class RunOptions {
    private SettingOptions options;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with lines 'key: value'. Options win over the file, the file over the problem's"
                    + " defaults.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any setting by its key, repeatable: --set eta=3. 'teleost problems PROBLEM' lists the keys"
                    + " with their meaning.")
    private List<String> assignments = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        RunSettings runs = RunSettings.defaults(1);
        PlannerSettings plans = PlannerSettings.defaults();
        options = new SettingOptions(command)
                .add("--episodes", "N", runs)
                .add("--first-episode", "K", runs)
                .add("--steps", "N", runs)
                .add("--budget", "B", runs)
                .add("--seed", "S", runs)
                .add("--threads", "N", plans)
                .add("--memory", "SIZE", plans, "memoryBytes")
                .add("--particles", "N", plans)
                .add("--policy", "NAME", runs)
                .add("--engine", "NAME", runs)
                .add("--belief-in-budget", "", runs)
                .add("--warmup", "SECONDS", runs)
                .add("--no-trace", "", runs)
                .add("--trace-tree", "N", runs);
    }

    /** True if {@code option} is one of these. */
    boolean has(OptionSpec option) {
        return options.has(option) || List.of("--config", "--set").contains(option.longestName());
    }

    /** The configuration that the options, the file and the problem's defaults make. */
    RunConfiguration configuration(Problem problem) {
        return configuration(problem, List.of());
    }

    /** The same with more settings, which win. */
    RunConfiguration configuration(Problem problem, List<Setting> more) {
        List<Setting> settings = new ArrayList<>();
        assignments.forEach(text -> settings.add(Setting.ofAssignment(text)));
        settings.addAll(options.given());
        settings.addAll(more);
        return Configurator.configure(problem, config == null ? List.of() : ConfigFile.read(config), settings);
    }
}
