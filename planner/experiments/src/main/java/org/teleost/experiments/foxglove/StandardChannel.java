package org.teleost.experiments.foxglove;

/** Channels with messages that other tools know, made from the steps of an episode. */
public enum StandardChannel {
    /** The step itself, as in a trace. */
    STEP(1, "/step", "teleost.Step", Schemas.ANYTHING),
    /** A line per step; warnings where the belief is not to be trusted. */
    LOG(2, "/log", "foxglove.Log", Schemas.LOG),
    /** The belief's particles in the plane, their size by weight, and the marks of the problem's scene. */
    SCENE(3, "/scene", "foxglove.SceneUpdate", Schemas.SCENE),
    /** The true state in the plane. */
    POSE(4, "/pose", "foxglove.PoseInFrame", Schemas.POSE),
    /** Value of the decision. */
    VALUE(5, "/value", Schemas.NUMBER_NAME, Schemas.NUMBER),
    /** Reward of the step. */
    REWARD(6, "/reward", Schemas.NUMBER_NAME, Schemas.NUMBER),
    /** Effective sample size of the belief. */
    EFFECTIVE_SAMPLE_SIZE(7, "/effective_sample_size", Schemas.NUMBER_NAME, Schemas.NUMBER),
    /** Time that the decision took, in milliseconds. */
    PLANNING_MILLIS(8, "/planning_ms", Schemas.NUMBER_NAME, Schemas.NUMBER);

    private final int id;
    private final String topic;
    private final String schemaName;
    private final String schema;

    StandardChannel(int id, String topic, String schemaName, String schema) {
        this.id = id;
        this.topic = topic;
        this.schemaName = schemaName;
        this.schema = schema;
    }

    /** Number of the channel, from 1. */
    public int id() {
        return id;
    }

    public String topic() {
        return topic;
    }

    public String schemaName() {
        return schemaName;
    }

    /** JSON schema, as text. */
    public String schema() {
        return schema;
    }

    /** The schemas as <a href="https://docs.foxglove.dev/docs/sdk/schemas">Foxglove documents them</a>. */
    private static final class Schemas {
        static final String ANYTHING = "{\"type\": \"object\"}";
        static final String NUMBER_NAME = "teleost.Number";

        private static final String TIME = "{\"type\": \"object\", \"title\": \"time\", \"properties\":"
                + " {\"sec\": {\"type\": \"integer\"}, \"nsec\": {\"type\": \"integer\"}}}";
        private static final String VECTOR = "{\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"number\"},"
                + " \"y\": {\"type\": \"number\"}, \"z\": {\"type\": \"number\"}}}";
        private static final String POSE_ALONE = "{\"type\": \"object\", \"title\": \"foxglove.Pose\", \"properties\":"
                + " {\"position\": " + VECTOR + ", \"orientation\": {\"type\": \"object\", \"properties\":"
                + " {\"x\": {\"type\": \"number\"}, \"y\": {\"type\": \"number\"}, \"z\": {\"type\": \"number\"},"
                + " \"w\": {\"type\": \"number\"}}}}}";
        private static final String COLOR = "{\"type\": \"object\", \"properties\": {\"r\": {\"type\": \"number\"},"
                + " \"g\": {\"type\": \"number\"}, \"b\": {\"type\": \"number\"}, \"a\": {\"type\": \"number\"}}}";
        private static final String SPHERES = "{\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\":"
                + " {\"pose\": " + POSE_ALONE + ", \"size\": " + VECTOR + ", \"color\": " + COLOR + "}}}";

        static final String NUMBER = "{\"title\": \"teleost.Number\", \"type\": \"object\", \"properties\":"
                + " {\"timestamp\": " + TIME + ", \"value\": {\"type\": \"number\"}}}";
        static final String LOG = "{\"title\": \"foxglove.Log\", \"type\": \"object\", \"properties\": {\"timestamp\": "
                + TIME + ", \"level\": {\"type\": \"integer\"}, \"message\": {\"type\": \"string\"},"
                + " \"name\": {\"type\": \"string\"}, \"file\": {\"type\": \"string\"},"
                + " \"line\": {\"type\": \"integer\"}}}";
        static final String POSE = "{\"title\": \"foxglove.PoseInFrame\", \"type\": \"object\", \"properties\":"
                + " {\"timestamp\": " + TIME + ", \"frame_id\": {\"type\": \"string\"}, \"pose\": " + POSE_ALONE + "}}";
        static final String SCENE = "{\"title\": \"foxglove.SceneUpdate\", \"type\": \"object\", \"properties\":"
                + " {\"deletions\": {\"type\": \"array\", \"items\": {\"type\": \"object\"}},"
                + " \"entities\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\":"
                + " {\"timestamp\": " + TIME + ", \"frame_id\": {\"type\": \"string\"}, \"id\": {\"type\": \"string\"},"
                + " \"lifetime\": " + TIME + ", \"frame_locked\": {\"type\": \"boolean\"}, \"spheres\": " + SPHERES
                + "}}}}}";

        private Schemas() {}
    }
}
