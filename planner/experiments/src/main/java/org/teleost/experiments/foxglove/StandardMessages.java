package org.teleost.experiments.foxglove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.teleost.experiments.json.Json;

/**
 * Makes {@link StandardChannel} messages of a step's own JSON. What a step does not say has no message: a policy that
 * explains nothing has no value, a problem without two lanes of a plane no scene.
 */
public final class StandardMessages {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FRAME = "world";
    private static final int INFORMATION = 2;
    private static final int WARNING = 3;

    /** Diameter of a particle of mean weight; a heavier one has more area. */
    private static final double SIZE = 0.1;

    private final JsonNode scene;

    /** @param scene the problem's scene as its model describes it (docs/viewer.md), null or empty for none */
    public StandardMessages(String scene) {
        this.scene = scene == null || scene.isEmpty()
                ? MAPPER.createObjectNode()
                : read(scene.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The messages of one step.
     *
     * @param json the step as in a trace
     * @param nanos time of the messages since 1970
     */
    public Map<StandardChannel, byte[]> of(byte[] json, long nanos) {
        JsonNode step = read(json);
        Map<StandardChannel, byte[]> messages = new EnumMap<>(StandardChannel.class);
        messages.put(StandardChannel.STEP, json);
        messages.put(StandardChannel.LOG, bytes(log(step, nanos)));
        number(messages, StandardChannel.VALUE, step.path("decision").path("value"), 1.0, nanos);
        number(messages, StandardChannel.REWARD, step.path("reward"), 1.0, nanos);
        JsonNode belief = step.path("belief");
        number(messages, StandardChannel.EFFECTIVE_SAMPLE_SIZE, belief.path("effectiveSampleSize"), 1.0, nanos);
        number(messages, StandardChannel.PLANNING_MILLIS, step.path("decision").path("planningNanos"), 1e-6, nanos);
        draw(messages, step, nanos);
        return messages;
    }

    private static byte[] bytes(JsonNode message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode stamped(long nanos) {
        ObjectNode message = Json.object();
        message.set("timestamp", time(nanos));
        return message;
    }

    private static ObjectNode time(long nanos) {
        return Json.object().put("sec", nanos / 1_000_000_000L).put("nsec", nanos % 1_000_000_000L);
    }

    private static void number(
            Map<StandardChannel, byte[]> messages, StandardChannel channel, JsonNode value, double unit, long nanos) {
        if (value.isNumber()) {
            messages.put(channel, bytes(stamped(nanos).put("value", unit * value.doubleValue())));
        }
    }

    private static ObjectNode log(JsonNode step, long nanos) {
        JsonNode health = step.path("beliefHealth");
        boolean sound = health.path("trustworthy").asBoolean(true);
        StringBuilder text = new StringBuilder("step ").append(step.path("t").asText());
        if (step.has("action")) {
            text.append(": ").append(step.path("action").path("text").asText());
            text.append("; reward ").append(step.path("reward").asText());
            text.append("; observed ")
                    .append(step.path("observation").path("text").asText());
        }
        if (step.path("decision").has("veto")) {
            text.append("; vetoed ")
                    .append(step.path("decision").path("veto").path("text").asText());
            text.append(": ")
                    .append(step.path("decision").path("veto").path("reason").asText());
        }
        if (!sound) {
            text.append("; belief ").append(health.path("level").asText());
        }
        return stamped(nanos)
                .put("level", sound ? INFORMATION : WARNING)
                .put("message", text.toString())
                .put("name", "teleost")
                .put("file", "")
                .put("line", 0);
    }

    private void draw(Map<StandardChannel, byte[]> messages, JsonNode step, long nanos) {
        JsonNode state = step.path("state");
        String x = axis("x", 0, state);
        String y = axis("y", 1, state);
        if (x.isEmpty() || y.isEmpty()) {
            return;
        }
        JsonNode px = lane(state, x);
        JsonNode py = lane(state, y);
        if (px.isNumber() && py.isNumber()) {
            ObjectNode pose = stamped(nanos).put("frame_id", FRAME);
            pose.set("pose", pose(px.doubleValue(), py.doubleValue()));
            messages.put(StandardChannel.POSE, bytes(pose));
        }
        JsonNode particles = step.path("belief").path("particles");
        JsonNode xs = lane(particles, x);
        JsonNode ys = lane(particles, y);
        if (xs.isArray() && ys.isArray()) {
            messages.put(StandardChannel.SCENE, bytes(cloud(xs, ys, particles.path("weights"), nanos)));
        }
    }

    /** The scene's lane, or else the first two lanes that are no whole numbers. */
    private String axis(String name, int place, JsonNode state) {
        if (scene.path(name).isTextual()) {
            return scene.path(name).textValue();
        }
        Iterator<String> names = state.path("floats").fieldNames();
        String found = "";
        for (int i = 0; i <= place; i++) {
            found = names.hasNext() ? names.next() : "";
        }
        return found;
    }

    private static JsonNode lane(JsonNode lanes, String name) {
        JsonNode value = lanes.path("floats").path(name);
        return value.isMissingNode() ? lanes.path("ints").path(name) : value;
    }

    private static ObjectNode cloud(JsonNode xs, JsonNode ys, JsonNode weights, long nanos) {
        ObjectNode update = Json.object();
        update.putArray("deletions");
        ObjectNode entity = update.putArray("entities").addObject();
        entity.setAll(stamped(nanos));
        entity.put("frame_id", FRAME).put("id", "belief").put("frame_locked", false);
        entity.set("lifetime", time(0));
        ArrayNode spheres = entity.putArray("spheres");
        for (int i = 0; i < xs.size(); i++) {
            double size = SIZE * Math.sqrt(weights.path(i).asDouble() * xs.size());
            ObjectNode sphere = spheres.addObject();
            sphere.set("pose", pose(xs.get(i).asDouble(), ys.get(i).asDouble()));
            sphere.set("size", vector(size, size, size));
            sphere.set(
                    "color",
                    Json.object().put("r", 0.2).put("g", 0.5).put("b", 1.0).put("a", 0.6));
        }
        return update;
    }

    private static ObjectNode pose(double x, double y) {
        ObjectNode pose = Json.object();
        pose.set("position", vector(x, y, 0.0));
        ObjectNode level = vector(0.0, 0.0, 0.0).put("w", 1.0);
        pose.set("orientation", level);
        return pose;
    }

    private static ObjectNode vector(double x, double y, double z) {
        return Json.object().put("x", x).put("y", y).put("z", z);
    }
}
