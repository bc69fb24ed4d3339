package org.teleost.viewer.scene.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.scene.plane.Stage.Body;

/** The stages by name of the model; their numbers are those of the problems' definitions. */
final class Stages {
    private static final int FAINT_GOAL = Rgba.withOpacity(Palette.GOAL, 0.35);
    private static final int LIGHT = Rgba.withOpacity(Palette.ACTION, 0.12);

    private Stages() {}

    static Optional<Stage> of(String model) {
        if (model.startsWith("sensor-placement-")) {
            return Optional.of(sensorPlacement());
        }
        return Optional.ofNullable(
                switch (model) {
                    case "vdptag2", "vdptag2-discrete" -> vdpTag();
                    case "pushbox-2d", "pushbox-3d" -> pushbox();
                    case "parking-2d", "parking-3d" -> parking();
                    case "lightdark-1d" -> lightDarkLine();
                    case "lightdark-2d" -> lightDarkPlane();
                    case "conttag" -> contTag();
                    case "docking" -> docking();
                    case "roomba" -> roomba();
                    default -> null;
                });
    }

    private static Shape ground(double minX, double minY, double maxX, double maxY) {
        return new Shape.Rectangle(new Bounds(minX, minY, maxX, maxY), Palette.GROUND, Palette.GRID, 1.5);
    }

    private static Shape wall(double minX, double minY, double maxX, double maxY) {
        return new Shape.Rectangle(new Bounds(minX, minY, maxX, maxY), Palette.OBSTACLE, 0, 0);
    }

    private static Shape label(double x, double y, String text) {
        return new Shape.Label(x, y, text, 13, Anchor.CENTER, Palette.DIM);
    }

    private static Stage vdpTag() {
        List<Shape> map = new ArrayList<>(List.of(ground(-4, -4, 4, 4)));
        for (int sign = -1; sign <= 1; sign += 2) {
            map.add(new Shape.Polyline(new double[] {0.2 * sign, 0, 3.0 * sign, 0}, Palette.OBSTACLE, 4));
            map.add(new Shape.Polyline(new double[] {0, 0.2 * sign, 0, 3.0 * sign}, Palette.OBSTACLE, 4));
        }
        return new Stage(
                "VDPTag2: catch a target that follows an oscillator",
                new Bounds(-4.4, -4.4, 4.4, 4.4),
                map,
                new Body("target", "targetX", "targetY", "", 0.1),
                new Body("agent", "agentX", "agentY", "", 0.1));
    }

    private static Stage pushbox() {
        List<Shape> map = List.of(
                wall(0, 0, 12, 12),
                ground(1, 1, 11, 9),
                ground(1, 9, 9, 10),
                ground(1, 10, 8, 11),
                new Shape.Rectangle(new Bounds(8, 9, 9, 10), FAINT_GOAL, Palette.GOAL, 1.5),
                label(8.5, 9.5, "goal"));
        return new Stage(
                "Pushbox: push the box to the goal; only its bearing is seen",
                new Bounds(-0.2, -0.2, 12.2, 12.2),
                map,
                new Body("box", "boxX", "boxY", "", 0.5),
                new Body("robot", "robotX", "robotY", "", 0.5));
    }

    private static Stage parking() {
        List<Shape> map = new ArrayList<>();
        String[] tiles = {"tile 3", "tile 2", "tile 1"};
        for (int tile = 0; tile < 3; tile++) {
            map.add(ground(1, 4 * tile - 6, 5, 4 * tile - 2));
            map.add(label(3, 4 * tile - 5.5, tiles[tile]));
        }
        map.add(wall(5, 0.6, 11, 5.6));
        map.add(wall(5, -5.6, 11, -0.6));
        map.add(wall(10.45, -2.5, 16.45, 2.5));
        map.add(new Shape.Disc(10, 0, 0.2, FAINT_GOAL, Palette.GOAL, 1.5));
        return new Stage(
                "Parking: which lane is it? Noisy tiles tell; then park between the obstacles",
                new Bounds(-6, -8, 17, 8),
                map,
                new Body("vehicle", "x", "y", "heading", 0.3),
                null);
    }

    private static Stage sensorPlacement() {
        List<Shape> map = List.of(
                ground(-3, -1, 3, 4),
                new Shape.Polyline(new double[] {-3, 1.5, 3, 1.5}, Palette.GRID, 2),
                new Shape.Polyline(new double[] {0, -1, 0, 4}, Palette.GRID, 2),
                new Shape.Disc(0, 1.5, 0.15, FAINT_GOAL, Palette.GOAL, 1.5),
                label(0, 1.8, "place of the sensor"));
        return new Stage(
                "SensorPlacement: the wall, with the arm's end before it",
                new Bounds(-3.2, -1.2, 3.2, 4.2),
                map,
                new Body("arm's end", "endY", "endZ", "", 0.06),
                null);
    }

    private static Stage lightDarkLine() {
        List<Shape> map = List.of(
                ground(-60, -8, 60, 8),
                new Shape.Rectangle(new Bounds(5, -8, 15, 8), LIGHT, 0, 0),
                new Shape.Rectangle(new Bounds(-0.5, -8, 0.5, 8), FAINT_GOAL, 0, 0),
                label(10, 9.5, "light"),
                label(0, -9.5, "stop here"));
        return new Stage(
                "LightDark1D: stop at 0, but the position is seen well only near 10",
                new Bounds(-62, -20, 62, 20),
                map,
                new Body("robot", "position", "", "", 1.2),
                null);
    }

    private static Stage lightDarkPlane() {
        List<Shape> map = List.of(
                ground(-3, -3, 7, 5),
                new Shape.Rectangle(new Bounds(4.5, -3, 5.5, 5), LIGHT, 0, 0),
                new Shape.Disc(0, 0, 0.05, FAINT_GOAL, Palette.GOAL, 1.5),
                label(5, 4.7, "light"),
                label(0, -0.4, "target"));
        return new Stage(
                "LightDark2D: reach the origin exactly, but the place is seen well only at x = 5",
                new Bounds(-3.2, -3.2, 7.2, 5.2),
                map,
                new Body("robot", "x", "y", "", 0.12),
                null);
    }

    private static Stage contTag() {
        List<Shape> map = List.of(ground(0, 0, 10, 2), ground(5, 2, 8, 5));
        return new Stage(
                "ContTag: find and catch a target that flees",
                new Bounds(-0.3, -0.3, 10.3, 5.3),
                map,
                new Body("target", "targetX", "targetY", "", 0.2),
                new Body("robot", "robotX", "robotY", "heading", 0.2));
    }

    private static Stage docking() {
        List<Shape> map = List.of(
                ground(-10, 0, 10, 10),
                new Shape.Disc(-5, 0, 0.25, Palette.ACTION, 0, 0),
                new Shape.Disc(5, 0, 0.25, Palette.ACTION, 0, 0),
                new Shape.Disc(0, 2, 0.5, FAINT_GOAL, Palette.GOAL, 1.5),
                label(0, 2.9, "dock"));
        return new Stage(
                "Docking: two beacons tell their noisy distances",
                new Bounds(-10.5, -0.8, 10.5, 10.5),
                map,
                new Body("robot", "x", "y", "", 0.25),
                null);
    }

    private static Stage roomba() {
        List<Shape> map = List.of(
                ground(-25, -5, 15, 5),
                ground(-25, -20, -15, -5),
                new Shape.Polyline(new double[] {15, -5, 15, 5}, Palette.GOAL, 5),
                new Shape.Polyline(new double[] {10, -5, 15, -5}, Palette.BAD, 5),
                label(13, 5.8, "door on the right, stairs below"));
        return new Stage(
                "Roomba: find the door by the bumper alone",
                new Bounds(-26, -21, 16, 7),
                map,
                new Body("robot", "x", "y", "heading", 0.5),
                null);
    }
}
