package org.teleost.experiments.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.SolverProvider;
import org.teleost.problem.Problem;
import org.teleost.settings.SettingKey;

/** Merges the problem's defaults, a configuration file and the command line, in rising order of precedence. */
public final class Configurator {
    private static final Map<String, String> ALIASES = Map.of("memory", "memoryBytes");
    private static final long LEAST_TREE = 4L << 20;
    private static final List<String> RUN = RunSettings.SHEET.names();
    private static final List<String> PLANNER = PlannerSettings.SHEET.names();

    private Configurator() {}

    /** All keys, for messages and help. */
    public static Collection<String> keys() {
        return allKeys().stream().map(SettingKey::name).toList();
    }

    /** The configuration of a run; throws {@link ConfigException} with place, key, value and what is allowed. */
    public static RunConfiguration configure(Problem problem, List<Setting> file, List<Setting> options) {
        Map<String, Setting> run = new LinkedHashMap<>();
        Map<String, Setting> planner = new LinkedHashMap<>();
        List<Setting> all = new ArrayList<>(file);
        all.addAll(options);
        for (Setting setting : all) {
            String key = ALIASES.getOrDefault(setting.key(), setting.key());
            Setting known = new Setting(key, setting.value(), setting.place());
            if (RUN.contains(key)) {
                run.put(key, known);
            } else if (PLANNER.contains(key)) {
                planner.put(key, known);
            } else {
                throw new ConfigException(setting.place() + ": unknown key '" + setting.key() + "' (value "
                        + setting.value() + ")" + NearestName.hint(setting.key(), keys()) + "\nkeys: "
                        + String.join(", ", keys()));
            }
        }
        RunSettings settings = SettingsBinder.bind(RunSettings.defaults(problem.defaultSteps()), run);
        SolverSpec solver = SolverSpec.parse(settings.policy());
        solver.settings().forEach((key, value) -> {
            String name = ALIASES.getOrDefault(key, key);
            planner.put(name, new Setting(name, value, "policy " + solver.text()));
        });
        boolean warms = settings.budget().timed() && plans(solver.name());
        if (!run.containsKey("warmup") && !warms) {
            settings = SettingsBinder.bind(settings, Map.of("warmup", new Setting("warmup", "0", "default")));
        }
        PlannerSettings defaults =
                fitting(problem.defaultSettings(), Runtime.getRuntime().maxMemory());
        return new RunConfiguration(problem.name(), settings, SettingsBinder.bind(defaults, planner));
    }

    /**
     * Default settings whose tree takes at most a quarter of the heap, since the last episode's may still be there, and
     * beliefs are: in a container of 1 GB the usual tree would not fit.
     *
     * @param heap bytes that the virtual machine may use
     */
    public static PlannerSettings fitting(PlannerSettings defaults, long heap) {
        long quarter = Math.max(LEAST_TREE, heap / 4);
        return defaults.memoryBytes() <= quarter ? defaults : defaults.with(s -> s.memoryBytes = quarter);
    }

    /** Whether a policy of this name has code to be compiled before it is measured. */
    private static boolean plans(String policy) {
        return policy.equals(RunSettings.PLANNER)
                || policy.equals(RunSettings.VOPP)
                || SolverProvider.installed().stream()
                        .anyMatch(solver -> solver.name().equals(policy));
    }

    /** Whether a key is one of the planner's settings. */
    static boolean isPlannerKey(String key) {
        return PLANNER.contains(ALIASES.getOrDefault(key, key));
    }

    /** The declarations of all keys; what a run's settings and the planner's share is the run's. */
    public static List<SettingKey> allKeys() {
        List<SettingKey> keys = new ArrayList<>(RunSettings.SHEET.keys());
        PlannerSettings.SHEET.keys().stream()
                .filter(key -> !RUN.contains(key.name()))
                .forEach(keys::add);
        return keys;
    }
}
