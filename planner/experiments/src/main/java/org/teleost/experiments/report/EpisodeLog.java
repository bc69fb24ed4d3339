package org.teleost.experiments.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.folder.RecordCsv;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.StepRecord;
import org.teleost.storage.Forced;

/**
 * episodes.csv and steps.csv, grown by one episode at a time: first its steps, then its row, each forced to disk, so
 * that an episode with a row is complete there.
 */
final class EpisodeLog implements AutoCloseable {
    private static final RecordCsv<EpisodeRow> EPISODE = new RecordCsv<>(EpisodeRow.class);
    private static final RecordCsv<StepRecord> STEP = new RecordCsv<>(StepRecord.class);
    static final String METRIC = "metric.";

    private final Path episodesFile;
    private final Path stepsFile;
    private final String configuration;
    private final Writer episodes;
    private final Writer steps;
    private List<String> metrics;

    /** Creates both files, replacing what was there. */
    EpisodeLog(Path folder, String configuration) {
        this(folder, configuration, StandardOpenOption.TRUNCATE_EXISTING);
        write(steps, stepsFile, String.join(",", STEP.header()) + "\n");
    }

    private EpisodeLog(Path folder, String configuration, StandardOpenOption existing) {
        this.configuration = configuration;
        episodesFile = folder.resolve("episodes.csv");
        stepsFile = folder.resolve("steps.csv");
        episodes = open(episodesFile, existing);
        steps = open(stepsFile, existing);
        Forced.folder(folder);
    }

    /** Continues the files with what was read from them: clean copies take their place before anything is added. */
    static EpisodeLog resume(Path folder, String configuration, List<EpisodeResult> finished) {
        Path copies = folder.resolve(".resume");
        try {
            Files.createDirectories(copies);
            EpisodeLog copy = new EpisodeLog(copies, configuration);
            try (copy) {
                finished.forEach(copy::append);
            }
            Files.move(copy.stepsFile, folder.resolve("steps.csv"), StandardCopyOption.ATOMIC_MOVE);
            Files.move(copy.episodesFile, folder.resolve("episodes.csv"), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(copies);
            Forced.folder(folder);
            EpisodeLog log = new EpisodeLog(folder, configuration, StandardOpenOption.APPEND);
            log.metrics = copy.metrics;
            return log;
        } catch (IOException e) {
            throw DiskText.cannotWrite(copies, e);
        }
    }

    void append(EpisodeResult result) {
        if (metrics == null) {
            metrics = List.copyOf(result.metrics().keySet());
            Stream<String> columns = metrics.stream().map(name -> METRIC + name.replaceAll("[,\r\n]", "_"));
            String header = Stream.concat(EPISODE.header().stream(), columns)
                    .reduce((a, b) -> a + "," + b)
                    .get();
            write(episodes, episodesFile, header + "\n");
        }
        StringBuilder rows = new StringBuilder();
        for (StepRecord step : result.steps()) {
            rows.append(String.join(",", STEP.row(step))).append('\n');
        }
        write(steps, stepsFile, rows.toString());
        force(stepsFile);
        List<String> row = new ArrayList<>(EPISODE.row(EpisodeRow.of(result, configuration)));
        for (String name : metrics) {
            row.add(RecordCsv.text(result.metrics().getOrDefault(name, Double.NaN)));
        }
        write(episodes, episodesFile, String.join(",", row) + "\n");
        force(episodesFile);
    }

    private static void force(Path file) {
        try {
            Forced.file(file);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    private static Writer open(Path file, StandardOpenOption existing) {
        try {
            return Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.WRITE, existing);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    private static void write(Writer writer, Path file, String text) {
        try {
            writer.write(text);
            writer.flush();
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    @Override
    public void close() {
        try (episodes;
                steps) {
            return;
        } catch (IOException e) {
            throw DiskText.cannotWrite(episodesFile, e);
        }
    }
}
