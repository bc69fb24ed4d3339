package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.NearestName;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.study.CostKind;
import org.teleost.experiments.training.session.LearnerThreads;
import org.teleost.experiments.training.settings.Preset;
import org.teleost.learn.apt.UpdateRatio;
import org.teleost.learn.sac.SacSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that all studies of training have. */
final class StudyOptions {
    private static final int MOST_THREADS = 256;

    @Option(
            names = "--problem",
            paramLabel = "NAME",
            description = "Control problem to train on (default ${DEFAULT-VALUE}).")
    String problem = "kuramoto-sivashinsky";

    @Option(
            names = "--actors",
            paramLabel = "N",
            description = "Actors; sync-1 always has one (default ${DEFAULT-VALUE}).")
    int actors = 2;

    @Option(
            names = "--cost-kind",
            paramLabel = "KIND",
            description = "What a costlier environment does with its time: compute, or wait as for a simulator on"
                    + " another machine (default ${DEFAULT-VALUE}).")
    private String costKind = "compute";

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Learner's settings: paper, modern, layernorm, droq, crossq (default ${DEFAULT-VALUE}).")
    private String preset = "paper";

    @Option(names = "--batch", paramLabel = "N", description = "Transitions per update (default: the preset's).")
    private Integer batch;

    @Option(
            names = "--ratio",
            paramLabel = "R",
            description = "Updates per environment step when taking turns (default: the preset's, mostly 1).")
    private Double ratio;

    @Option(
            names = "--ratio-min",
            paramLabel = "R",
            description =
                    "Smallest ratio in asynchronous mode: below it actors wait for the learner (default --ratio, so"
                            + " that all modes do the same updates for a step).")
    private Double ratioMin;

    @Option(
            names = "--ratio-max",
            paramLabel = "R",
            description = "Largest ratio in asynchronous mode: above it the learner waits (default: --ratio).")
    private Double ratioMax;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Random steps before the first update (default ${DEFAULT-VALUE}).")
    long warmUp = 1000;

    @Option(
            names = "--learner-threads",
            paramLabel = "N",
            description = "Threads of the learner's matrix products (default ${DEFAULT-VALUE}).")
    private int learnerThreads = 1;

    @Mixin
    private FolderOptions output;

    @Mixin
    private ScreenOptions screen;

    CostKind costKind() {
        return choice(CostKind.class, "--cost-kind", costKind);
    }

    private Preset preset() {
        return choice(Preset.class, "--preset", preset);
    }

    SacSettings learner() {
        SacSettings settings = preset().sac();
        return batch == null ? settings : settings.withBatchSize(batch);
    }

    String learnerName() {
        return preset().name().toLowerCase(Locale.ROOT);
    }

    UpdateRatio ratio() {
        double target = ratio == null ? preset().ratio() : ratio;
        return new UpdateRatio(target, ratioMin == null ? target : ratioMin, ratioMax == null ? target : ratioMax);
    }

    /** Called before a learner is made. */
    void useLearnerThreads(PrintWriter err) {
        if (learnerThreads < 1 || learnerThreads > MOST_THREADS) {
            throw new ConfigException("--learner-threads " + learnerThreads + "; allowed range 1 to " + MOST_THREADS);
        }
        LearnerThreads.use(learnerThreads, notice -> err.println("teleost: " + notice));
    }

    /** The constant of this name, whatever its case and with dashes or underscores. */
    static <E extends Enum<E>> E choice(Class<E> type, String option, String text) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text.trim().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return constant;
            }
            names.add(name);
        }
        throw new ConfigException(
                option + " '" + text + "'" + NearestName.hint(text, names) + "; choose " + String.join(", ", names));
    }

    /** What is printed. */
    ScreenOptions screen() {
        return screen;
    }

    /** Where results go. */
    FolderOptions output() {
        return output;
    }

    /** The folder of a study's cells. */
    ExperimentFolder open(String study, Path folder, Map<String, Object> settings) {
        Map<String, String> configuration = new LinkedHashMap<>();
        settings.forEach((name, value) -> configuration.put(name, String.valueOf(value)));
        return new ExperimentFolder(folder, "study " + study, configuration, output.existing());
    }
}
