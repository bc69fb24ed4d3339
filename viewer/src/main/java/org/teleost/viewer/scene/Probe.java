package org.teleost.viewer.scene;

/**
 * What a scene says about the place under the pointer, in one line or several.
 *
 * @param area where it says something, in world units
 */
public record Probe(Bounds area, Text text) {

    /** The words at a place, in world units; empty for none. */
    @FunctionalInterface
    public interface Text {
        String at(double x, double y);
    }

    /** The place itself, for worlds whose units are places. */
    public static Probe place(Bounds area) {
        return new Probe(area, (x, y) -> "x " + PlanFacts.number(x) + ", y " + PlanFacts.number(y));
    }

    /** The words at a place, empty outside of the area. */
    String at(double x, double y) {
        boolean inside = x >= area.minX() && x <= area.maxX() && y >= area.minY() && y <= area.maxY();
        return inside ? text.at(x, y) : "";
    }
}
