package org.teleost.viewer.scene.plane;

import java.util.List;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Shape;

/**
 * How a problem of places is drawn; y lanes may be empty where there is one coordinate alone.
 *
 * @param title what it is about
 * @param bounds the part of the plane that is shown
 * @param map walls, goals and the like
 * @param hidden what the particles are about
 * @param known what moves beside it, null where the robot's own place is hidden
 */
record Stage(String title, Bounds bounds, List<Shape> map, Body hidden, Body known) {

    /** A round body by its lanes; heading is empty without one. */
    record Body(String name, String x, String y, String heading, double radius) {}
}
