package org.teleost.experiments.training.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.NearestName;
import org.teleost.experiments.config.RecordBinder;
import org.teleost.experiments.config.Setting;
import org.teleost.learn.environment.ControlProblem;
import org.teleost.learn.sac.SacSettings;

/** Merges the preset's defaults, a configuration file and the command line, in rising order of precedence. */
public final class TrainingConfigurator {
    static final String PROBLEM = "problem";
    private static final String PRESET = "preset";

    /** Short names of what people set most; the values are keys of the records. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "batch", List.of("batchSize"),
            "hidden", List.of("actorHidden", "criticHidden"),
            "learningRate", List.of("actorLearningRate", "criticLearningRate", "alphaLearningRate"));

    private static final RecordBinder<TrainingSettings> RUN = new RecordBinder<>(TrainingSettings.class);
    private static final RecordBinder<SacSettings> SAC = new RecordBinder<>(SacSettings.class);

    private TrainingConfigurator() {}

    /** All keys, for messages and help. */
    public static Collection<String> keys() {
        List<String> keys = new ArrayList<>(RUN.keys());
        keys.addAll(SAC.keys());
        ALIASES.keySet().stream().sorted().forEach(keys::add);
        return keys;
    }

    /** The problem that the settings name. */
    public static Optional<String> problem(List<Setting> settings) {
        return settings.stream()
                .filter(setting -> setting.key().equals(PROBLEM))
                .map(Setting::value)
                .findFirst();
    }

    /** The configuration of a run; throws {@link ConfigException} with place, key, value and what is allowed. */
    public static TrainingConfiguration configure(ControlProblem problem, List<Setting> file, List<Setting> options) {
        List<Setting> all = new ArrayList<>(file);
        all.addAll(options);
        Map<String, Setting> run = new LinkedHashMap<>();
        Map<String, Setting> sac = new LinkedHashMap<>();
        for (Setting setting : all) {
            sort(setting, problem, run, sac);
        }
        Preset preset = preset(run);
        TrainingSettings settings = RUN.bind(TrainingSettings.defaults(preset), run);
        Map<String, Setting> bounds = new LinkedHashMap<>();
        for (String bound : List.of("ratioMin", "ratioMax")) {
            if (!run.containsKey(bound)) {
                bounds.put(bound, new Setting(bound, Double.toString(settings.ratio()), "ratio"));
            }
        }
        TrainingConfiguration configuration =
                new TrainingConfiguration(problem.name(), RUN.bind(settings, bounds), SAC.bind(preset.sac(), sac));
        requireConsistent(configuration);
        return configuration;
    }

    private static Preset preset(Map<String, Setting> run) {
        Map<String, Setting> chosen = run.containsKey(PRESET) ? Map.of(PRESET, run.get(PRESET)) : Map.of();
        return RUN.bind(TrainingSettings.defaults(Preset.MODERN), chosen).preset();
    }

    private static void sort(
            Setting setting, ControlProblem problem, Map<String, Setting> run, Map<String, Setting> sac) {
        if (setting.key().equals(PROBLEM)) {
            if (!setting.value().equals(problem.name())) {
                throw new ConfigException(setting.place() + ": problem=" + setting.value() + " but the command names "
                        + problem.name() + "; name one of them");
            }
            return;
        }
        for (String key : ALIASES.getOrDefault(setting.key(), List.of(setting.key()))) {
            Setting known = new Setting(key, setting.value(), setting.place());
            if (RUN.keys().contains(key)) {
                run.put(key, known);
            } else if (SAC.keys().contains(key)) {
                sac.put(key, known);
            } else {
                throw new ConfigException(setting.place() + ": unknown key '" + setting.key() + "' (value "
                        + setting.value() + ")" + NearestName.hint(setting.key(), keys()) + "\nkeys: "
                        + String.join(", ", keys()));
            }
        }
    }

    /** Contradictions between settings are found before anything runs. */
    private static void requireConsistent(TrainingConfiguration configuration) {
        try {
            configuration.run().seedList().forEach(configuration::apt);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage(), e);
        }
    }
}
