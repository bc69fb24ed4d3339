package org.teleost.viewer.scene.tiger;

import java.util.Locale;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.StepRecord;

/** Two doors, filled as high as the robot believes the tiger behind; the robot in front listens or opens. */
final class TigerScene implements Scene {
    private static final String[] SIDES = {"left", "right"};
    private static final double[] DOOR_X = {2.5, 7.5};
    private static final double HALF_WIDTH = 1.3;
    private static final double DOOR_BOTTOM = 2.0;
    private static final double DOOR_TOP = 5.6;
    private static final double ROBOT_X = 5.0;
    private static final double ROBOT_Y = 0.9;

    @Override
    public Frame frame(StepRecord step) {
        Frame.Builder frame = new Frame.Builder("tiger: behind which door is it?", new Bounds(0, -0.2, 10, 6.3));
        frame.add(
                Layer.MAP,
                new Shape.Rectangle(
                        new Bounds(0.2, DOOR_BOTTOM, 9.8, DOOR_TOP + 0.5), Palette.GROUND, Palette.GRID, 1.5));
        for (int side = 0; side < 2; side++) {
            drawDoor(frame, step, side);
        }
        drawRobot(frame, step);
        legend(frame);
        return frame.caption(words(step) + "; reward " + PlanFacts.number(step.reward()))
                .build();
    }

    private static void drawDoor(Frame.Builder frame, StepRecord step, int side) {
        double x = DOOR_X[side];
        Bounds door = new Bounds(x - HALF_WIDTH, DOOR_BOTTOM, x + HALF_WIDTH, DOOR_TOP);
        frame.add(Layer.MAP, new Shape.Rectangle(door, Palette.BACKGROUND, 0, 0));
        double tiger = probability(step.belief(), side);
        if (tiger > 0.002) {
            Bounds level =
                    new Bounds(door.minX(), door.minY(), door.maxX(), door.minY() + tiger * (DOOR_TOP - DOOR_BOTTOM));
            frame.add(Layer.BELIEF, new Shape.Rectangle(level, Rgba.withOpacity(Palette.BELIEF, 0.8), 0, 0));
        }
        if (!Double.isNaN(tiger)) {
            frame.add(
                    Layer.BELIEF,
                    new Shape.Label(
                            x,
                            DOOR_BOTTOM + 0.35,
                            String.format(Locale.ROOT, "%.1f %%", 100 * tiger),
                            18,
                            Anchor.CENTER,
                            Palette.TEXT));
        }
        frame.add(Layer.MAP, new Shape.Rectangle(door, 0, Palette.OBSTACLE, 3));
        frame.add(
                Layer.MAP, new Shape.Label(x, DOOR_TOP + 0.24, SIDES[side] + " door", 15, Anchor.CENTER, Palette.DIM));
        if (!step.state().isEmpty()) {
            boolean here = step.state().integer("side") == side;
            double y = DOOR_TOP - 0.9;
            int color = here ? Palette.BAD : Palette.GOOD;
            frame.add(Layer.TRUTH, new Shape.Disc(x, y, 0.62, color, Palette.BACKGROUND, 2));
            frame.add(
                    Layer.TRUTH,
                    new Shape.Label(x, y, here ? "TIGER" : "prize", 15, Anchor.CENTER, Palette.BACKGROUND));
        }
    }

    private static double probability(BeliefRecord belief, int side) {
        if (belief == null) {
            return Double.NaN;
        }
        double right = belief.mean("side");
        return side == 1 ? right : 1.0 - right;
    }

    private static void drawRobot(Frame.Builder frame, StepRecord step) {
        frame.add(Layer.MAP, new Shape.Disc(ROBOT_X, ROBOT_Y, 0.45, Palette.ROBOT, Palette.BACKGROUND, 2));
        int heard = step.observationText().endsWith("left") ? 0 : 1;
        if (step.actionText().startsWith("open-")) {
            int side = step.actionText().endsWith("left") ? 0 : 1;
            double toX = DOOR_X[side];
            double share = 0.55 / Math.hypot(toX - ROBOT_X, DOOR_BOTTOM - ROBOT_Y);
            frame.add(
                    Layer.ACTION,
                    new Shape.Arrow(
                            ROBOT_X + share * (toX - ROBOT_X),
                            ROBOT_Y + share * (DOOR_BOTTOM - ROBOT_Y),
                            toX,
                            DOOR_BOTTOM + 0.1,
                            Palette.ACTION,
                            6));
        } else if (step.actionText().equals("listen")) {
            for (int ring = 1; ring <= 3; ring++) {
                frame.add(
                        Layer.ACTION,
                        new Shape.Disc(
                                ROBOT_X,
                                ROBOT_Y,
                                0.45 + 0.16 * ring,
                                0,
                                Rgba.withOpacity(Palette.ACTION, 1 - 0.25 * ring),
                                2.5));
            }
            frame.add(
                    Layer.ACTION,
                    new Shape.Label(
                            0.5 * (DOOR_X[heard] + ROBOT_X) + (heard == 0 ? -0.9 : 0.9),
                            1.35,
                            "growl heard " + SIDES[heard],
                            16,
                            Anchor.CENTER,
                            Palette.ACTION));
            frame.add(
                    Layer.ACTION,
                    new Shape.Polyline(
                            new double[] {
                                DOOR_X[heard] - HALF_WIDTH,
                                DOOR_BOTTOM - 0.12,
                                DOOR_X[heard] + HALF_WIDTH,
                                DOOR_BOTTOM - 0.12
                            },
                            Palette.ACTION,
                            4));
        }
    }

    private static String words(StepRecord step) {
        if (step.actionText().startsWith("open-")) {
            return "the robot opens the " + (step.actionText().endsWith("left") ? "left" : "right") + " door";
        }
        return "the robot listens and hears "
                + (step.observationText().isEmpty()
                        ? "nothing"
                        : step.observationText().replace('-', ' '));
    }

    private static void legend(Frame.Builder frame) {
        frame.legend(Mark.LEVEL, Palette.BELIEF, "believed: height = P(tiger behind this door)");
        frame.legend(Mark.DISC, Palette.BAD, "true: tiger");
        frame.legend(Mark.DISC, Palette.GOOD, "true: prize");
        frame.legend(Mark.DISC, Palette.ROBOT, "robot");
        frame.legend(Mark.RING, Palette.ACTION, "listens; line = where the growl came from");
        frame.legend(Mark.ARROW, Palette.ACTION, "opens the door");
    }
}
