package org.teleost.experiments.training.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.ConfigFile;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.folder.ResultFolder;
import org.teleost.experiments.folder.ResultFolder.Existing;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.storage.WriteFailure;

/** The folder of a run. */
public final class TrainingFolder {
    private static final String CONFIGURATION = "configuration.yaml";
    private final Path folder;

    private TrainingFolder(Path folder) {
        this.folder = folder;
    }

    /** The settings that the run in this folder had. */
    public static List<Setting> settings(Path folder) {
        Path file = folder.resolve(CONFIGURATION);
        if (!Files.isRegularFile(file)) {
            throw new ConfigException("there is no run to resume in " + folder + ": " + CONFIGURATION
                    + " is missing; name the folder that --out gave or the run printed");
        }
        return ConfigFile.read(file);
    }

    /**
     * Keeps a folder for a run.
     *
     * @throws ConfigException if there is one and it must not be touched
     */
    public static ResultFolder hold(Path folder, Existing existing) {
        return ResultFolder.open(folder, CONFIGURATION, existing, TrainingFolder::clear);
    }

    /** Begins a run. */
    public static TrainingFolder begin(Path folder, TrainingConfiguration configuration) {
        TrainingFolder run = new TrainingFolder(folder);
        run.write(configuration);
        return run;
    }

    /** Continues a run. */
    public static TrainingFolder resume(Path folder) {
        return new TrainingFolder(folder);
    }

    /** Writes the settings, which may have changed since the run began. */
    public void write(TrainingConfiguration configuration) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskText.cannotWrite(folder, e);
        }
        DiskText.replace(folder.resolve(CONFIGURATION), configuration.yaml());
    }

    private static void clear(Path folder) throws IOException {
        List<Path> seeds;
        try (Stream<Path> files = Files.list(folder)) {
            seeds = files.filter(file -> file.getFileName().toString().matches("seed-\\d+"))
                    .toList();
        }
        for (Path seed : seeds) {
            new SeedFolder(seed).clear();
        }
    }

    public Path folder() {
        return folder;
    }

    public SeedFolder seed(long seed) {
        return new SeedFolder(folder.resolve("seed-" + seed));
    }

    public void writeSummary(ObjectNode summary) {
        DiskText.replace(folder.resolve("summary.json"), Json.pretty(summary));
    }

    /**
     * Draws the learning curves; returns why none could be drawn, if so.
     *
     * @throws UncheckedIOException if the disk does not take them
     */
    public Optional<String> plot(String title, List<Curve> curves) {
        if (curves.stream().allMatch(curve -> curve.rows().isEmpty())) {
            return Optional.empty();
        }
        try {
            LearningCurvePlot.write(folder, title, curves);
            return Optional.empty();
        } catch (WriteFailure e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            return Optional.of("no plot: " + e);
        }
    }
}
