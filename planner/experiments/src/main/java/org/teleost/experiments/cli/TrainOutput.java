package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.training.record.TrainingFolder;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for where a training run goes and what is printed. */
final class TrainOutput {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for configuration.yaml, summary.json, learning curves and a folder per seed (default"
                    + " results/PROBLEM-TIME).")
    private Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Continues the run in this folder with its settings: finished seeds are kept, the others go"
                    + " on from their checkpoints. Other options change settings, for example --steps for more.")
    private Path resume;

    @Option(names = "--overwrite", description = "Replaces the run in --out DIR.")
    private boolean overwrite;

    @Mixin
    private ScreenOptions screen;

    /** What is printed. */
    ScreenOptions screen() {
        return screen;
    }

    /** The folder to continue. */
    Optional<Path> resumed() {
        if (resume != null && (out != null || overwrite)) {
            throw new ConfigException(
                    "--resume names the folder to continue; leave out " + (out == null ? "--overwrite" : "--out"));
        }
        if (overwrite && out == null) {
            throw new ConfigException("--overwrite needs --out DIR");
        }
        return Optional.ofNullable(resume);
    }

    /** Where the run writes: chosen once, and the same for {@link #open}. */
    Path folder(TrainingConfiguration configuration) {
        return resume != null ? resume : out != null ? out : OutputOptions.unused(configuration.problem());
    }

    /** Begins or continues the run in a folder that is held. */
    TrainingFolder open(Path folder, TrainingConfiguration configuration) {
        return resume != null ? TrainingFolder.resume(folder) : TrainingFolder.begin(folder, configuration, overwrite);
    }
}
