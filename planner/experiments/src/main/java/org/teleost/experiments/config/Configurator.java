package org.teleost.experiments.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Problem;

/** Merges the problem's defaults, a configuration file and the command line, in rising order of precedence. */
public final class Configurator {
    private static final Map<String, String> ALIASES = Map.of("memory", "memoryBytes");
    private static final RecordBinder<RunSettings> RUN = new RecordBinder<>(RunSettings.class);
    private static final RecordBinder<PlannerSettings> PLANNER = new RecordBinder<>(PlannerSettings.class);

    private Configurator() {}

    /** All keys, for messages and help. */
    public static Collection<String> keys() {
        Collection<String> keys = new ArrayList<>(RUN.keys());
        PLANNER.keys().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        return keys;
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
            if (RUN.keys().contains(key)) {
                run.put(key, known);
            } else if (PLANNER.keys().contains(key)) {
                planner.put(key, known);
            } else {
                throw new ConfigException(setting.place() + ": unknown key '" + setting.key() + "' (value "
                        + setting.value() + ")" + NearestName.hint(setting.key(), keys()) + "\nkeys: "
                        + String.join(", ", keys()));
            }
        }
        RunSettings settings = RUN.bind(RunSettings.defaults(problem.defaultSteps()), run);
        boolean warms = settings.budget().timed() && settings.policy().equals(RunSettings.PLANNER);
        if (!run.containsKey("warmup") && !warms) {
            settings = RUN.bind(settings, Map.of("warmup", new Setting("warmup", "0", "default")));
        }
        return new RunConfiguration(problem.name(), settings, PLANNER.bind(problem.defaultSettings(), planner));
    }

    /** The allowed range of a key for {@code problem}, empty when the key is not a number. */
    public static String range(Problem problem, String key) {
        return RUN.keys().contains(key)
                ? RUN.range(RunSettings.defaults(problem.defaultSteps()), key)
                : PLANNER.range(problem.defaultSettings(), key);
    }
}
