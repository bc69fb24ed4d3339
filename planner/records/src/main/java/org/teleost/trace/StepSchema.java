package org.teleost.trace;

import java.nio.charset.StandardCharsets;

/**
 * The JSON schema (draft 2020-12) of a step message, version 1. All members but {@code t} are optional. Later versions
 * may add members; a changed meaning gets a new version number in the metadata record {@code teleost.trace}.
 */
final class StepSchema {
    static final String NAME = "teleost.Step";

    private static final String TEXT = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "teleost.Step", "type": "object",
             "required": ["t"],
             "properties": {
              "t": {"type": "integer", "description": "step index; the log time is t seconds"},
              "state": {"type": "object", "description": "true state before the action, lanes by name",
               "properties": {
                "ints": {"type": "object", "additionalProperties": {"type": "integer"}},
                "floats": {"type": "object", "additionalProperties": {"type": ["number", "null"]}},
                "history": {"type": "object", "additionalProperties": {"type": ["number", "null"]}}}},
              "belief": {"type": "object", "description": "belief before the action, thinned; an array per lane",
               "properties": {
                "size": {"type": "integer"}, "effectiveSampleSize": {"type": ["number", "null"]},
                "history": {"type": "object", "additionalProperties": {"type": ["number", "null"]}},
                "particles": {"type": "object", "properties": {
                 "weights": {"type": "array", "items": {"type": ["number", "null"]}},
                 "ints": {"type": "object",
                  "additionalProperties": {"type": "array", "items": {"type": "integer"}}},
                 "floats": {"type": "object",
                  "additionalProperties": {"type": "array", "items": {"type": ["number", "null"]}}}}}}},
              "beliefHealth": {"type": "object", "properties": {
               "level": {"type": "string", "enum": ["HEALTHY", "DEGRADED", "RECOVERED", "LOST"]},
               "trustworthy": {"type": "boolean"}, "effectiveSampleSize": {"type": ["number", "null"]},
               "logEvidence": {"type": ["number", "null"]}, "uniqueAncestors": {"type": "integer"},
               "terminalParticles": {"type": "integer"}, "particles": {"type": "integer"},
               "resampled": {"type": "boolean"}}},
              "decision": {"type": "object", "properties": {
               "action": {"type": "integer"}, "value": {"type": ["number", "null"]},
               "gap": {"type": ["number", "null"], "description": "value of the action minus the best other"},
               "actions": {"type": "array", "items": {"type": "object", "properties": {
                "id": {"type": "integer"}, "text": {"type": "string"}, "value": {"type": ["number", "null"]},
                "visits": {"type": "integer"}, "standardError": {"type": ["number", "null"],
                 "description": "of the mean return of the simulated episodes that took it; no interval of the value"},
                "probability": {"type": ["number", "null"]}}}},
               "observations": {"type": "array", "items": {"type": "object", "properties": {
                "key": {"type": "string"}, "text": {"type": "string"},
                "probability": {"type": ["number", "null"]}}}},
               "terminalProbability": {"type": ["number", "null"]},
               "tree": {"type": "object", "properties": {
                "nodes": {"type": "integer"}, "edges": {"type": "integer"}, "depth": {"type": "integer"},
                "full": {"type": "boolean"}, "passes": {"type": "integer"}, "episodes": {"type": "integer"},
                "simulatedSteps": {"type": "integer"}, "simulatedActions": {"type": "integer"}}},
               "effectiveEta": {"type": ["number", "null"]}, "planningNanos": {"type": "integer"},
               "overshootNanos": {"type": "integer"},
               "veto": {"type": "object", "properties": {"id": {"type": "integer"}, "text": {"type": "string"},
                "reason": {"type": ["string", "null"]}}}}},
              "action": {"type": "object", "description": "executed action",
               "properties": {"id": {"type": "integer"}, "text": {"type": "string"}}},
              "reward": {"type": ["number", "null"]},
              "observation": {"type": "object",
               "properties": {"key": {"type": "string"}, "text": {"type": "string"}}},
              "terminal": {"type": "boolean"},
              "nextState": {"type": "object", "description": "true state after the action, as state"}}}
            """;

    private StepSchema() {}

    static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }
}
