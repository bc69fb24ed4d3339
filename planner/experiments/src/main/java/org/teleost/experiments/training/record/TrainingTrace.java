package org.teleost.experiments.training.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.folder.RecordValues;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.learn.apt.ActorHealth;
import org.teleost.learn.apt.TrainingReport;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.StepOutcome;
import org.teleost.trace.McapChannel;
import org.teleost.trace.McapCursor;
import org.teleost.trace.McapMessage;
import org.teleost.trace.McapReader;
import org.teleost.trace.McapWriter;
import org.teleost.trace.TrainingRecord;

/** Records the training of one seed as an MCAP file; the package's documentation describes it. */
final class TrainingTrace implements AutoCloseable {
    private final List<String> infoNames;
    private final Path file;
    private final McapWriter mcap;
    private final int progress;
    private final int score;
    private final int evaluation;
    private final Map<Integer, Long> counts = new HashMap<>();

    /**
     * Begins the file, or continues it.
     *
     * @param lastStep messages of an earlier run after this step are dropped
     */
    TrainingTrace(Path file, ControlProblem problem, TrainingConfiguration configuration, long seed, long lastStep) {
        this.file = file;
        infoNames = problem.infoNames();
        Path earlier = file.resolveSibling(file.getFileName() + ".earlier");
        try {
            // a copy that was not completed leaves the earlier file behind
            if (Files.exists(file) && !Files.exists(earlier)) {
                Files.move(file, earlier, StandardCopyOption.ATOMIC_MOVE);
            }
            mcap = new McapWriter(file);
            mcap.metadata(TrainingRecord.METADATA, description(problem, seed));
            Map<String, String> settings = new LinkedHashMap<>();
            configuration.values().forEach((key, value) -> settings.put(key, String.valueOf(value)));
            mcap.metadata(TrainingRecord.CONFIGURATION, settings);
            int schema =
                    mcap.addSchema(TrainingRecord.PROGRESS, "jsonschema", TrainingRecord.progress(ProgressRow.class));
            progress = mcap.addChannel(schema, TrainingRecord.PROGRESS_TOPIC, "json", Map.of());
            schema = mcap.addSchema(TrainingRecord.SCORE, "jsonschema", TrainingRecord.score(EvaluationRow.class));
            score = mcap.addChannel(schema, TrainingRecord.SCORE_TOPIC, "json", Map.of());
            schema = mcap.addSchema(TrainingRecord.EVALUATION, "jsonschema", TrainingRecord.evaluation());
            evaluation = mcap.addChannel(schema, TrainingRecord.EVALUATION_TOPIC, "json", Map.of());
            if (Files.exists(earlier)) {
                copy(earlier, lastStep);
            }
            mcap.flush();
            Files.deleteIfExists(earlier);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    private static Map<String, String> description(ControlProblem problem, long seed) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("version", "1");
        entries.put("problem", problem.name());
        entries.put("seed", Long.toString(seed));
        entries.put("infoNames", String.join(",", problem.infoNames()));
        entries.put("actionLow", Arrays.toString(problem.actionBox().low()));
        entries.put("actionHigh", Arrays.toString(problem.actionBox().high()));
        return entries;
    }

    private void copy(Path earlier, long lastStep) throws IOException {
        try (McapReader reader = McapReader.open(earlier)) {
            Map<Integer, Integer> channels = new HashMap<>();
            for (McapChannel channel : reader.channels()) {
                switch (channel.topic()) {
                    case TrainingRecord.PROGRESS_TOPIC -> channels.put(channel.id(), progress);
                    case TrainingRecord.SCORE_TOPIC -> channels.put(channel.id(), score);
                    default -> channels.put(channel.id(), evaluation);
                }
            }
            McapCursor messages = reader.messages();
            for (McapMessage message = messages.next(); message != null; message = messages.next()) {
                if (message.logTime() / TrainingRecord.STEP_NANOS <= lastStep) {
                    int channel = channels.get(message.channelId());
                    mcap.write(channel, next(channel), message.logTime(), message.data());
                }
            }
        }
    }

    /** Messages of a channel so far; this one counts. */
    private long next(int channel) {
        return counts.merge(channel, 1L, Long::sum) - 1;
    }

    /** What an evaluation earned. */
    void score(EvaluationRow row) {
        ObjectNode json = Json.object();
        RecordValues.of(row).forEach((key, value) -> put(json, key, value));
        write(score, row.environmentSteps() * TrainingRecord.STEP_NANOS, json);
        flush();
    }

    void progress(ProgressRow row, TrainingReport report) {
        ObjectNode json = Json.object();
        RecordValues.of(row).forEach((key, value) -> put(json, key, value));
        ArrayNode actors = json.putArray("actors");
        for (ActorHealth actor : report.actors()) {
            ObjectNode entry = actors.addObject();
            RecordValues.of(actor).forEach((key, value) -> put(entry, key, value));
        }
        write(progress, row.environmentSteps() * TrainingRecord.STEP_NANOS, json);
        flush();
    }

    /** A step of an evaluation's first episode. */
    void evaluationStep(long steps, long version, int t, float[] observation, float[] action, StepOutcome outcome) {
        ObjectNode json = Json.object();
        json.put("environmentSteps", steps);
        json.put("policyVersion", version);
        json.put("t", t);
        array(json.putArray("observation"), observation);
        array(json.putArray("action"), action);
        Json.put(json, "reward", outcome.reward);
        json.put("terminated", outcome.terminated);
        json.put("truncated", outcome.truncated);
        ObjectNode info = json.putObject("info");
        for (int i = 0; i < infoNames.size(); i++) {
            Json.put(info, infoNames.get(i), outcome.info[i]);
        }
        write(evaluation, steps * TrainingRecord.STEP_NANOS + t, json);
    }

    private static void put(ObjectNode json, String key, Object value) {
        if (value instanceof Double number) {
            Json.put(json, key, number);
        } else {
            Json.putAny(json, key, value);
        }
    }

    private static void array(ArrayNode array, float[] values) {
        for (float value : values) {
            if (Float.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        }
    }

    private void write(int channel, long time, ObjectNode json) {
        try {
            mcap.write(channel, next(channel), time, Json.line(json).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    private void flush() {
        try {
            mcap.flush();
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    @Override
    public void close() {
        try {
            mcap.close();
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }
}
