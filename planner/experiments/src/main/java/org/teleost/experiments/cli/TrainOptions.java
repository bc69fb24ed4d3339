package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.teleost.experiments.config.ConfigFile;
import org.teleost.experiments.config.Setting;
import picocli.CommandLine.Option;

/** Options that define a training run. They are kept as text: the records that they end up in know types and ranges. */
final class TrainOptions {
    @Option(names = "--algorithm", paramLabel = "NAME", description = "sac, soft actor-critic (default).")
    private String algorithm;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Hyper-parameters to start from: modern (default), paper (arXiv 2401.11349), layernorm, droq"
                    + " (20 updates per step), crossq.")
    private String preset;

    @Option(names = "--steps", paramLabel = "N", description = "Environment steps per seed (default 100000).")
    private String steps;

    @Option(
            names = "--seeds",
            paramLabel = "LIST",
            description = "Seeds to train one after another: 7 or 1,2,3 or 1..5 (default 1).")
    private String seeds;

    @Option(names = "--actors", paramLabel = "N", description = "Environments that collect (default 1).")
    private String actors;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "async (default): actors and learner never wait for each other; sync-1 and sync-n: in turns;"
                    + " lock-step: repeatable bit for bit.")
    private String mode;

    @Option(
            names = "--ratio",
            paramLabel = "R",
            description = "Updates per environment step after the warm-up (default: the preset's, 1 or 20).")
    private String ratio;

    @Option(names = "--ratio-min", paramLabel = "R", description = "Smallest ratio in mode async (default --ratio).")
    private String ratioMin;

    @Option(names = "--ratio-max", paramLabel = "R", description = "Largest ratio in mode async (default --ratio).")
    private String ratioMax;

    @Option(names = "--batch", paramLabel = "N", description = "Transitions per update (default: the preset's).")
    private String batch;

    @Option(
            names = "--hidden",
            paramLabel = "N,N",
            description = "Units of the hidden layers of actor and critics (default 256,256).")
    private String hidden;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "Of actor, critics and temperature (default: the preset's).")
    private String learningRate;

    @Option(names = "--discount", paramLabel = "X", description = "Gamma (default: the preset's).")
    private String discount;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "First steps, with random actions and without updates (default 1000).")
    private String warmUp;

    @Option(
            names = "--noise-span",
            paramLabel = "N",
            description = "Steps over which exploration keeps its direction (default 1, independent actions). More"
                    + " where an action is a rate and decisions follow each other closely.")
    private String noiseSpan;

    @Option(names = "--replay", paramLabel = "N", description = "Most transitions kept (default 1000000).")
    private String replay;

    @Option(
            names = "--evaluate-every",
            paramLabel = "N",
            description = "Steps between evaluations of the deterministic policy (default 5000; 0: only at the end).")
    private String evaluateEvery;

    @Option(
            names = "--evaluation-episodes",
            paramLabel = "N",
            description = "Episodes of an evaluation, the same for all seeds (default 10).")
    private String evaluationEpisodes;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            description = "Steps between checkpoints (default 25000; 0: only when stopped).")
    private String checkpointEvery;

    @Option(
            names = "--progress-every",
            paramLabel = "N",
            description = "Steps between rows of progress.csv (default 1000).")
    private String progressEvery;

    @Option(
            names = "--learner-threads",
            paramLabel = "N",
            description =
                    "Threads of a matrix product (default 1). Cores that actors use are better left to them. Start"
                            + " the process with OMP_NUM_THREADS=N and OPENBLAS_NUM_THREADS=N to limit the libraries from their"
                            + " first moment.")
    private String learnerThreads;

    @Option(names = "--onnx", description = "Writes best.onnx beside best.policy.")
    private boolean onnx;

    @Option(
            names = "--trace",
            description = "Writes training.mcap: progress, and the first episode of each evaluation step by step.")
    private boolean trace;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with lines 'key: value'. Options win over the file, the file over the preset.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any setting by its key, repeatable: --set tau=0.01. configuration.yaml of a run lists them.")
    private List<String> assignments = new ArrayList<>();

    /** What the configuration file says. */
    List<Setting> file() {
        return config == null ? List.of() : ConfigFile.read(config);
    }

    /** What the command line says. */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        assignments.forEach(text -> settings.add(Setting.ofAssignment(text)));
        add(settings, "algorithm", algorithm, "--algorithm");
        add(settings, "preset", preset, "--preset");
        add(settings, "steps", steps, "--steps");
        add(settings, "seeds", seeds, "--seeds");
        add(settings, "actors", actors, "--actors");
        add(settings, "mode", mode, "--mode");
        add(settings, "ratio", ratio, "--ratio");
        add(settings, "ratioMin", ratioMin, "--ratio-min");
        add(settings, "ratioMax", ratioMax, "--ratio-max");
        add(settings, "batch", batch, "--batch");
        add(settings, "hidden", hidden, "--hidden");
        add(settings, "learningRate", learningRate, "--learning-rate");
        add(settings, "discount", discount, "--discount");
        add(settings, "warmUp", warmUp, "--warm-up");
        add(settings, "noiseSpan", noiseSpan, "--noise-span");
        add(settings, "replay", replay, "--replay");
        add(settings, "evaluateEvery", evaluateEvery, "--evaluate-every");
        add(settings, "evaluationEpisodes", evaluationEpisodes, "--evaluation-episodes");
        add(settings, "checkpointEvery", checkpointEvery, "--checkpoint-every");
        add(settings, "progressEvery", progressEvery, "--progress-every");
        add(settings, "learnerThreads", learnerThreads, "--learner-threads");
        add(settings, "onnx", onnx ? "true" : null, "--onnx");
        add(settings, "trace", trace ? "true" : null, "--trace");
        return settings;
    }

    private static void add(List<Setting> settings, String key, String value, String option) {
        if (value != null) {
            settings.add(new Setting(key, value, option));
        }
    }
}
