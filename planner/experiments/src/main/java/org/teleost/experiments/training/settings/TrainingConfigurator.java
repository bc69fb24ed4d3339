package org.teleost.experiments.training.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.NearestName;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.config.SettingsBinder;
import org.teleost.learn.apt.AptSettings;
import org.teleost.learn.apt.UpdateRatio;
import org.teleost.learn.sac.SacSettings;
import org.teleost.problem.ControlProblem;
import org.teleost.settings.SettingKey;

/**
 * Merges the preset's defaults, the problem's own settings, a configuration file and the command line, in rising order
 * of precedence. A preset that is named takes the place of the problem's own settings.
 */
public final class TrainingConfigurator {
    static final String PROBLEM = "problem";
    private static final String PRESET = "preset";

    /** Short names of what people set most; the values are keys of the records. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "batch", List.of("batchSize"),
            "hidden", List.of("actorHidden", "criticHidden"),
            "learningRate", List.of("actorLearningRate", "criticLearningRate", "alphaLearningRate"));

    private static final List<String> RUN = TrainingSettings.SHEET.names();
    private static final List<String> APT = AptSettings.SHEET.names().stream()
            .filter(key -> !TrainingConfiguration.DECIDED.contains(key))
            .toList();
    private static final List<String> SAC = SacSettings.SHEET.names();

    private static final long EVALUATE_EVERY = 5_000;
    private static final long CHECKPOINT_EVERY = 25_000;

    private TrainingConfigurator() {}

    /** The settings of collection that a preset starts with. */
    public static AptSettings apt(Preset preset) {
        return AptSettings.defaults().with(s -> {
            s.ratio(UpdateRatio.exactly(preset.ratio()));
            s.evaluateEvery = EVALUATE_EVERY;
            s.checkpointEvery = CHECKPOINT_EVERY;
        });
    }

    /** The declarations of all keys. */
    public static List<SettingKey> allKeys() {
        List<SettingKey> keys = new ArrayList<>(TrainingSettings.SHEET.keys());
        APT.forEach(key -> keys.add(AptSettings.SHEET.key(key)));
        keys.addAll(SacSettings.SHEET.keys());
        return keys;
    }

    /** All keys and their short names, for messages and help. */
    public static Collection<String> keys() {
        List<String> keys = new ArrayList<>();
        allKeys().forEach(key -> keys.add(key.name()));
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
        if (all.stream().noneMatch(setting -> setting.key().equals(PRESET))) {
            all.addAll(0, own(problem));
        }
        Map<String, Setting> run = new LinkedHashMap<>();
        Map<String, Setting> apt = new LinkedHashMap<>();
        Map<String, Setting> sac = new LinkedHashMap<>();
        for (Setting setting : all) {
            sort(setting, problem, run, apt, sac);
        }
        TrainingSettings settings = SettingsBinder.bind(TrainingSettings.defaults(), run);
        Preset preset = settings.preset();
        for (String bound : List.of("ratioMin", "ratioMax")) {
            if (apt.containsKey("ratio")) {
                apt.putIfAbsent(
                        bound,
                        new Setting(
                                bound,
                                apt.get("ratio").value(),
                                apt.get("ratio").place()));
            }
        }
        SacSettings learner = SettingsBinder.bind(preset.sac(), sac);
        AptSettings collection = SettingsBinder.bind(apt(preset).with(s -> s.batchSize = learner.batchSize()), apt);
        TrainingConfiguration configuration = new TrainingConfiguration(problem.name(), settings, collection, learner);
        requireConsistent(configuration);
        return configuration;
    }

    private static List<Setting> own(ControlProblem problem) {
        String place = "settings of " + problem.name();
        return problem.trainingSettings().entrySet().stream()
                .map(entry -> new Setting(entry.getKey(), entry.getValue(), place))
                .toList();
    }

    private static void sort(
            Setting setting,
            ControlProblem problem,
            Map<String, Setting> run,
            Map<String, Setting> apt,
            Map<String, Setting> sac) {
        if (setting.key().equals(PROBLEM)) {
            if (!setting.value().equals(problem.name())) {
                throw new ConfigException(setting.place() + ": problem=" + setting.value() + " but the command names "
                        + problem.name() + "; name one of them");
            }
            return;
        }
        for (String key : ALIASES.getOrDefault(setting.key(), List.of(setting.key()))) {
            Setting known = new Setting(key, setting.value(), setting.place());
            if (RUN.contains(key)) {
                run.put(key, known);
            } else if (APT.contains(key)) {
                apt.put(key, known);
            } else if (SAC.contains(key)) {
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
            if (configuration.apt().progressEvery() == 0) {
                throw new IllegalArgumentException("progressEvery=0; allowed range 1 to 1e12 steps");
            }
            configuration.run().seedList().forEach(configuration::apt);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage(), e);
        }
    }
}
