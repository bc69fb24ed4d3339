package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.ResultFolder;
import org.teleost.experiments.folder.ResultFolder.Existing;
import org.teleost.experiments.training.record.TrainingFolder;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for where a training run goes and what is printed. */
final class TrainOutput {
    /** Stands for the folder that --out names. */
    private static final String OUT = "--out";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for configuration.yaml, summary.json, learning curves and a folder per seed (default"
                    + " results/PROBLEM-TIME).")
    private Path out;

    @Option(
            names = "--resume",
            arity = "0..1",
            paramLabel = "DIR",
            fallbackValue = OUT,
            description = "Continues the run in --out DIR, or in DIR, with its settings: finished seeds are kept, the"
                    + " others go on from their checkpoints. Other options change settings, for example --steps for"
                    + " more.")
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
        if (resume == null) {
            if (overwrite && out == null) {
                throw new ConfigException("--overwrite needs --out DIR");
            }
            return Optional.empty();
        }
        boolean flag = resume.toString().equals(OUT);
        if (flag && out == null) {
            throw new ConfigException("--resume needs --out DIR, or the folder after it");
        }
        if (overwrite) {
            throw new ConfigException("--resume keeps results and --overwrite removes them; leave out --overwrite");
        }
        if (!flag && out != null) {
            throw new ConfigException("--resume " + resume + " names the folder to continue; leave out --out");
        }
        return Optional.of(flag ? out : resume);
    }

    /** The run's folder, chosen once, and kept. */
    ResultFolder open(TrainingConfiguration configuration) {
        Path folder = resumed().orElse(out != null ? out : FolderOptions.unused(configuration.problem()));
        Existing existing = resume != null ? Existing.RESUME : overwrite ? Existing.OVERWRITE : Existing.REFUSE;
        return TrainingFolder.hold(folder, existing);
    }

    /** Begins or continues the run in its folder. */
    TrainingFolder begin(ResultFolder held, TrainingConfiguration configuration) {
        return resume != null ? TrainingFolder.resume(held.path()) : TrainingFolder.begin(held.path(), configuration);
    }
}
