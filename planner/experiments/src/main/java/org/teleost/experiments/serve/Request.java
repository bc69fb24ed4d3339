package org.teleost.experiments.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request: its members, looked at with messages that name them. */
final class Request {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WHOLE = "; a whole number is needed";

    private final JsonNode members;

    /** {@link System#nanoTime} when it came. */
    final long arrived;

    private Request(JsonNode members, long arrived) {
        this.members = members;
        this.arrived = arrived;
    }

    static Request parse(String line, long arrived) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new RequestException("no JSON: " + e.getOriginalMessage());
        }
        if (node == null || !node.isObject()) {
            throw new RequestException("a request is an object: {\"id\":1,\"op\":\"open\"}");
        }
        return new Request(node, arrived);
    }

    /** The id as it came, null when there is none. */
    JsonNode id() {
        return has("id") ? members.get("id") : NullNode.getInstance();
    }

    boolean has(String name) {
        return !member(name).isMissingNode() && !member(name).isNull();
    }

    private JsonNode member(String name) {
        JsonNode node = members.get(name);
        return node == null ? MissingNode.getInstance() : node;
    }

    String text(String name, String byDefault) {
        if (!has(name)) {
            return byDefault;
        }
        if (!member(name).isValueNode()) {
            throw new RequestException(name + "=" + member(name) + "; a text is needed");
        }
        return member(name).asText();
    }

    /** A whole number of 64 bits, also as text, since many languages have only doubles. */
    long whole(String name) {
        JsonNode node = member(name);
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        try {
            return Long.parseLong(node.isTextual() ? node.textValue() : "");
        } catch (NumberFormatException e) {
            throw new RequestException(name + "=" + (node.isMissingNode() ? "missing" : node) + WHOLE);
        }
    }

    int small(String name, int low, int high) {
        long value = whole(name);
        if (value < low || value > high) {
            throw new RequestException(name + "=" + value + "; allowed range " + low + " to " + high);
        }
        return (int) value;
    }

    double positive(String name) {
        JsonNode node = member(name);
        if (!node.isNumber() || !(node.doubleValue() > 0.0 && node.doubleValue() < 1e9)) {
            throw new RequestException(name + "=" + node + "; a positive number is needed");
        }
        return node.doubleValue();
    }

    boolean truth(String name) {
        if (has(name) && !member(name).isBoolean()) {
            throw new RequestException(name + "=" + member(name) + "; true or false is needed");
        }
        return has(name) && member(name).booleanValue();
    }

    /** An array of numbers, empty when there is none. */
    float[] floats(String name) {
        if (!has(name)) {
            return new float[0];
        }
        JsonNode array = member(name);
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length || !array.isArray(); i++) {
            if (!array.isArray() || !array.get(i).isNumber()) {
                throw new RequestException(name + "=" + array + "; an array of numbers is needed");
            }
            values[i] = array.get(i).floatValue();
        }
        return values;
    }

    /** An object of texts and numbers. */
    Map<String, String> texts(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        if (has(name)) {
            if (!member(name).isObject()) {
                throw new RequestException(name + "=" + member(name) + "; an object is needed");
            }
            member(name)
                    .properties()
                    .forEach(e -> values.put(e.getKey(), e.getValue().asText()));
        }
        return values;
    }
}
