package org.teleost.experiments.training.record;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** JSON schemas (draft 2020-12) of the messages of a training trace, version 1. Later versions may add members. */
final class TraceSchemas {
    static final String PROGRESS = "teleost.TrainingProgress";
    static final String SCORE = "teleost.TrainingScore";
    static final String EVALUATION = "teleost.EvaluationStep";

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

    private TraceSchemas() {}

    static byte[] progress() {
        String text = HEAD + PROGRESS + "\", \"properties\": {" + columns(ProgressRow.class) + ",\n " + ACTORS;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] score() {
        String text = HEAD + SCORE + "\", \"properties\": {" + columns(EvaluationRow.class) + "}}\n";
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

    static byte[] evaluation() {
        return (HEAD + EVALUATION + "\",\n" + EVALUATION_MEMBERS).getBytes(StandardCharsets.UTF_8);
    }
}
