package org.teleost.experiments.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.CsvTable;
import org.teleost.experiments.folder.RecordCsv;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.StepRecord;

/** Reads back the finished episodes of an output folder. */
final class EarlierEpisodes {
    private EarlierEpisodes() {}

    /** Episodes written with this configuration; throws {@link ConfigException} when another one wrote them. */
    static List<EpisodeResult> read(Path folder, String configuration) {
        Path episodes = folder.resolve("episodes.csv");
        if (!Files.exists(episodes)) {
            return List.of();
        }
        try {
            CsvTable table = CsvTable.read(episodes);
            Map<Integer, List<StepRecord>> steps = steps(folder.resolve("steps.csv"));
            RecordCsv<EpisodeRow> csv = new RecordCsv<>(EpisodeRow.class);
            List<EpisodeResult> results = new ArrayList<>();
            for (Map<String, String> fields : table.rows()) {
                // files of earlier versions don't say who computed a row
                fields.putIfAbsent("host", "");
                fields.putIfAbsent("attempt", "1");
                EpisodeRow row = csv.parse(fields);
                if (!row.configuration().equals(configuration)) {
                    throw new ConfigException(episodes + " was written with another configuration ("
                            + row.configuration() + ", now " + configuration
                            + "); repeat the settings in its summary.json or choose another --out");
                }
                List<StepRecord> own = steps.getOrDefault(row.episode(), List.of());
                if (own.size() == row.steps()) {
                    results.add(result(row, own, metrics(table.header(), fields)));
                }
            }
            return results;
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("can't resume from " + folder + ": " + e.getMessage(), e);
        }
    }

    static EpisodeResult result(EpisodeRow row, List<StepRecord> steps, Map<String, Double> metrics) {
        return new EpisodeResult(
                row.episode(),
                row.seed(),
                row.discountedReturn(),
                row.succeeded(),
                row.terminated(),
                row.truncated(),
                Long.parseUnsignedLong(row.decisionDigest(), 16),
                row.seconds(),
                metrics,
                List.copyOf(steps),
                row.host(),
                row.attempt());
    }

    private static Map<Integer, List<StepRecord>> steps(Path file) throws IOException {
        RecordCsv<StepRecord> csv = new RecordCsv<>(StepRecord.class);
        Map<Integer, List<StepRecord>> steps = new HashMap<>();
        for (Map<String, String> fields : CsvTable.read(file).rows()) {
            StepRecord step = csv.parse(fields);
            steps.computeIfAbsent(step.episode(), e -> new ArrayList<>()).add(step);
        }
        return steps;
    }

    private static Map<String, Double> metrics(List<String> header, Map<String, String> fields) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String column : header) {
            if (column.startsWith(EpisodeLog.METRIC)) {
                String text = fields.get(column);
                metrics.put(
                        column.substring(EpisodeLog.METRIC.length()),
                        text.isEmpty() ? Double.NaN : Double.parseDouble(text));
            }
        }
        return metrics;
    }
}
