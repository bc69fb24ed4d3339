package org.teleost.experiments.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiments.folder.RecordCsv;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.StepRecord;

/** A finished episode as a cell: the texts of its rows in episodes.csv and steps.csv, bit for bit. */
final class EpisodeCell {
    private static final RecordCsv<EpisodeRow> EPISODE = new RecordCsv<>(EpisodeRow.class);
    private static final RecordCsv<StepRecord> STEP = new RecordCsv<>(StepRecord.class);
    private static final String ROW = "row";
    private static final String STEPS = "steps";

    private EpisodeCell() {}

    static Cell of(String key, EpisodeResult result, String configuration) {
        List<String> steps = new ArrayList<>();
        result.steps().forEach(step -> steps.add(String.join(",", STEP.row(step))));
        Cell cell = Cell.of(key)
                .with(ROW, String.join(",", EPISODE.row(EpisodeRow.of(result, configuration))))
                .with(STEPS, String.join("\n", steps));
        for (Map.Entry<String, Double> metric : result.metrics().entrySet()) {
            cell = cell.with(EpisodeLog.METRIC + metric.getKey(), metric.getValue());
        }
        return cell;
    }

    /** @throws IllegalArgumentException if the cell is no episode */
    static EpisodeResult result(Cell cell) {
        EpisodeRow row = EPISODE.parse(fields(EPISODE.header(), cell.text(ROW)));
        List<StepRecord> steps = new ArrayList<>();
        cell.text(STEPS).lines().forEach(line -> steps.add(STEP.parse(fields(STEP.header(), line))));
        Map<String, Double> metrics = new LinkedHashMap<>();
        cell.numbers().forEach((name, values) -> {
            if (name.startsWith(EpisodeLog.METRIC)) {
                metrics.put(name.substring(EpisodeLog.METRIC.length()), values[0]);
            }
        });
        return EarlierEpisodes.result(row, steps, metrics);
    }

    private static Map<String, String> fields(List<String> header, String line) {
        List<String> values = Arrays.asList(line.split(",", -1));
        if (values.size() != header.size()) {
            throw new IllegalArgumentException("a row of " + values.size() + " fields, wanted " + header.size());
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            fields.put(header.get(i), values.get(i));
        }
        return fields;
    }
}
