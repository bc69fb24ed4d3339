package org.teleost.trace;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * Names in a training trace, version 1, for those who write one and those who read it: its metadata, topics, and the
 * JSON schemas (draft 2020-12) of their messages. Later versions may add members.
 */
public final class TrainingRecord {
    /** Metadata of the training: version, problem, seed, infoNames, actionLow, actionHigh. */
    public static final String METADATA = "teleost.training";

    /** Metadata with all settings. */
    public static final String CONFIGURATION = EpisodeTraceWriter.CONFIGURATION;

    public static final String PROGRESS_TOPIC = "/training/progress";
    public static final String SCORE_TOPIC = "/training/score";
    public static final String EVALUATION_TOPIC = "/training/evaluation";

    /** Log time of one environment step, in nanoseconds. */
    public static final long STEP_NANOS = 1_000_000;

    public static final String PROGRESS = "teleost.TrainingProgress";
    public static final String SCORE = "teleost.TrainingScore";
    public static final String EVALUATION = "teleost.EvaluationStep";

    private static final String HEAD =
            "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\", \"title\": \"";

    private static final String ACTORS = """
            "actors": {"type": "array", "items": {"type": "object", "properties": {
             "actor": {"type": "integer"}, "steps": {"type": "integer"}, "episodes": {"type": "integer"},
             "restarts": {"type": "integer"}, "consecutiveFailures": {"type": "integer"},
             "quarantined": {"type": "boolean"}, "waitNanos": {"type": "integer"},
             "lastFailure": {"type": "string"}}}}}}
            """;

    private static final String EVALUATION_MEMBERS = """
             "required": ["environmentSteps", "t"], "properties": {
             "environmentSteps": {"type": "integer", "description": "steps trained before the evaluation"},
             "policyVersion": {"type": "integer"},
             "t": {"type": "integer", "description": "step of the episode"},
             "observation": {"type": "array", "items": {"type": ["number", "null"]},
              "description": "before the action"},
             "action": {"type": "array", "items": {"type": ["number", "null"]}},
             "reward": {"type": ["number", "null"]},
             "terminated": {"type": "boolean"}, "truncated": {"type": "boolean"},
             "info": {"type": "object", "additionalProperties": {"type": ["number", "null"]}}}}
            """;

    private TrainingRecord() {}

    /**
     * Schema of the messages on progress.
     *
     * @param row components are the members of a message, beside its actors
     */
    public static byte[] progress(Class<? extends Record> row) {
        String text = HEAD + PROGRESS + "\", \"properties\": {" + columns(row) + ",\n " + ACTORS;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Schema of the messages on scores.
     *
     * @param row components are the members of a message
     */
    public static byte[] score(Class<? extends Record> row) {
        String text = HEAD + SCORE + "\", \"properties\": {" + columns(row) + "}}\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String columns(Class<? extends Record> row) {
        StringJoiner columns = new StringJoiner(",\n ");
        for (RecordComponent component : row.getRecordComponents()) {
            columns.add('"' + component.getName() + "\": {\"type\": " + type(component.getType()) + '}');
        }
        return columns.toString();
    }

    private static String type(Class<?> type) {
        if (type == boolean.class) {
            return "\"boolean\"";
        }
        return type == double.class ? "[\"number\", \"null\"]" : "\"integer\"";
    }

    /** Schema of an evaluation's steps. */
    public static byte[] evaluation() {
        return (HEAD + EVALUATION + "\",\n" + EVALUATION_MEMBERS).getBytes(StandardCharsets.UTF_8);
    }
}
