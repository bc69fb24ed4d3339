package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.teleost.experiments.config.ConfigFile;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.training.settings.Preset;
import org.teleost.experiments.training.settings.TrainingConfigurator;
import org.teleost.experiments.training.settings.TrainingSettings;
import org.teleost.learn.apt.AptSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that define a training run. */
final class TrainOptions {
    private SettingOptions options;

    @Option(
            names = "--hidden",
            paramLabel = "N,N",
            description = "Units of the hidden layers of actor and critics (default 256,256).")
    private String hidden;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description =
                    "Of actor, critics and temperature: above 0 up to 1 (default: the problem's or the preset's).")
    private String learningRate;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Transitions per update: 1 to 65536 (default: the problem's or the preset's).")
    private String batch;

    @Option(
            names = "--discount",
            paramLabel = "X",
            description =
                    "Gamma, the weight of a reward one step later: 0 to 1 (default: the problem's or the preset's).")
    private String discount;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with lines 'key: value'. Options win over the file, the file over the preset.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Any setting by its key, repeatable: --set tau=0.01. 'teleost problems PROBLEM' lists the keys"
                            + " with their meaning.")
    private List<String> assignments = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        TrainingSettings run = TrainingSettings.defaults();
        AptSettings apt = TrainingConfigurator.apt(Preset.MODERN);
        options = new SettingOptions(command)
                .add("--algorithm", "NAME", run)
                .add("--preset", "NAME", run)
                .add("--steps", "N", apt)
                .add("--seeds", "LIST", run)
                .add("--actors", "N", apt)
                .add("--mode", "MODE", apt)
                .add("--ratio", "R", apt)
                .add("--ratio-min", "R", apt)
                .add("--ratio-max", "R", apt)
                .add("--warm-up", "N", apt)
                .add("--noise-span", "N", apt)
                .add("--replay", "N", apt)
                .add("--evaluate-every", "N", apt)
                .add("--evaluation-episodes", "N", run)
                .add("--checkpoint-every", "N", apt)
                .add("--progress-every", "N", apt)
                .add("--learner-threads", "N", run)
                .add("--onnx", "", run)
                .add("--trace", "", run);
    }

    /** What the configuration file says. */
    List<Setting> file() {
        return config == null ? List.of() : ConfigFile.read(config);
    }

    /** What the command line says. */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        assignments.forEach(text -> settings.add(Setting.ofAssignment(text)));
        settings.addAll(options.given());
        add(settings, "batch", batch, "--batch");
        add(settings, "hidden", hidden, "--hidden");
        add(settings, "learningRate", learningRate, "--learning-rate");
        add(settings, "discount", discount, "--discount");
        return settings;
    }

    private static void add(List<Setting> settings, String key, String value, String option) {
        if (value != null) {
            settings.add(new Setting(key, value, option));
        }
    }
}
