package org.teleost.trace;

import java.nio.charset.StandardCharsets;

/** JSON schemas (draft 2020-12) of the messages of a control trace, version 1. Later versions may add members. */
final class ControlSchemas {
    static final String STEP = "teleost.ControlStep";
    static final String SIGNALS = "teleost.ControlSignals";

    private static final String STEP_TEXT = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "title": "teleost.ControlStep",
             "required": ["t", "observation"], "properties": {
             "t": {"type": "integer", "description": "step of the episode; the log time is t seconds"},
             "observation": {"type": "array", "items": {"type": ["number", "null"]},
              "description": "before the action; the last message has nothing else"},
             "action": {"type": "array", "items": {"type": ["number", "null"]}},
             "reward": {"type": ["number", "null"]},
             "info": {"type": "object", "additionalProperties": {"type": ["number", "null"]},
              "description": "measurements of this step by name"},
             "terminated": {"type": "boolean"}, "truncated": {"type": "boolean"}}}
            """;

    private static final String SIGNALS_TEXT = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "title": "teleost.ControlSignals", "required": ["t", "signals"], "properties": {
             "t": {"type": "integer", "description": "step of the episode; values are those before its action"},
             "signals": {"type": "object", "description": "by name; shapes are in the metadata teleost.signal.NAME",
              "additionalProperties": {"type": "object", "required": ["encoding", "data"], "properties": {
               "encoding": {"enum": ["f32", "i16-delta-zlib"], "description":
                "little-endian floats; or zlib of little-endian 16-bit differences of neighbours, -32768: not finite"},
               "scale": {"type": "number", "description": "value of the integer 1"},
               "data": {"type": "string", "contentEncoding": "base64", "description": "row by row"}}}}}}
            """;

    private ControlSchemas() {}

    static byte[] step() {
        return STEP_TEXT.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] signals() {
        return SIGNALS_TEXT.getBytes(StandardCharsets.UTF_8);
    }
}
