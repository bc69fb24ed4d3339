package org.teleost.experiments.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON objects whose numbers may be unknown: NaN and infinities are written as null. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Puts a number, or null when it is not finite. */
    public static void put(ObjectNode object, String key, double value) {
        if (Double.isFinite(value)) {
            object.put(key, value);
        } else {
            object.putNull(key);
        }
    }

    /** Puts a configuration value: number, boolean or text. */
    public static void putAny(ObjectNode object, String key, Object value) {
        object.set(key, value instanceof Enum<?> ? MAPPER.valueToTree(value.toString()) : MAPPER.valueToTree(value));
    }

    /** One line. */
    public static String line(ObjectNode object) {
        return write(MAPPER, object);
    }

    /** Indented text that ends with a line break. */
    public static String pretty(ObjectNode object) {
        return write(MAPPER.copy().enable(SerializationFeature.INDENT_OUTPUT), object) + "\n";
    }

    private static String write(ObjectMapper mapper, ObjectNode object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
