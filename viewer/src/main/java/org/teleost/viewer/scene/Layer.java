package org.teleost.viewer.scene;

/** What a shape is about; layers are switched on and off one by one. */
public enum Layer {
    /** What everyone knows: the map, borders, the goal. */
    MAP("map"),
    /** What is true, which no robot sees. */
    TRUTH("truth"),
    /** What the robot believes. */
    BELIEF("belief"),
    /** What the robot does and observes. */
    ACTION("action");

    private final String text;

    Layer(String text) {
        this.text = text;
    }

    /** The name that people read. */
    public String text() {
        return text;
    }
}
