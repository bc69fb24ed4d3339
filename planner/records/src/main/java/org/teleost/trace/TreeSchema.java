package org.teleost.trace;

import java.nio.charset.StandardCharsets;

/** The JSON schema (draft 2020-12) of a belief tree message, version 1. */
final class TreeSchema {
    static final String NAME = "teleost.Tree";

    private static final String TEXT = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "teleost.Tree", "type": "object",
             "description": "the most visited rows of a decision's belief tree; row 0 is the root, beliefs and actions take turns, parents come before their children",
             "required": ["t", "version", "parent", "action", "observation", "visits", "value"],
             "properties": {
              "t": {"type": "integer", "description": "step index of the decision; the log time is t seconds"},
              "version": {"const": 1},
              "total": {"type": "integer", "description": "beliefs and actions of the whole tree"},
              "actions": {"type": "array", "description": "texts of the actions that occur", "items": {"type": "object",
               "properties": {"id": {"type": "integer"}, "text": {"type": "string"}}}},
              "observations": {"type": "array", "description": "observations that occur", "items": {"type": "object",
               "properties": {"key": {"type": "string"}, "text": {"type": "string"}}}},
              "parent": {"type": "array", "items": {"type": "integer"}, "description": "row of the parent, -1 for the root"},
              "depth": {"type": "array", "items": {"type": "integer"}, "description": "actions from the root"},
              "action": {"type": "array", "items": {"type": "integer"}, "description": "action id, -1 for a belief"},
              "observation": {"type": "array", "items": {"type": "integer"},
               "description": "index into observations, -1 for an action and the root"},
              "visits": {"type": "array", "items": {"type": "integer"}, "description": "N(b) or N(b,a)"},
              "value": {"type": "array", "items": {"type": ["number", "null"]}, "description": "V(b) or Q(b,a)"},
              "probability": {"type": "array", "items": {"type": ["number", "null"]},
               "description": "of the action under the reference policy, null for a belief"}}}
            """;

    private TreeSchema() {}

    static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }
}
