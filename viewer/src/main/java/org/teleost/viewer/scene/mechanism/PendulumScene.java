package org.teleost.viewer.scene.mechanism;

import java.io.IOException;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.control.ControlHistory;
import org.teleost.viewer.scene.control.TimeCharts.Curve;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;

/** A rod on a pivot; angles count from upright, counter-clockwise. */
final class PendulumScene extends MechanismScene {
    private static final double X = STAGE.centerX();
    private static final double Y = STAGE.centerY();
    private static final double LENGTH = 3.5;
    private static final double ARC = 1.3;
    private static final double FULL_TURN = 0.75 * Math.PI;

    PendulumScene(ControlEpisode episode) {
        super(episode, "torque", "N m");
    }

    @Override
    protected Frame draw(ControlStep step) throws IOException {
        double torque = episode.description().action().size() > 0
                ? episode.description().action().high()[0]
                : 2;
        Frame.Builder frame = stage(
                step,
                "pendulum: swing the rod up and keep it there",
                new Curve("angle", "angle from upright, rad", new Range(-3.3, 3.3), Palette.BELIEF),
                new Curve("speed", "speed, rad/s", new Range(-8.5, 8.5), Palette.BELIEF),
                new Curve(
                        ControlHistory.action(0),
                        "torque, N m",
                        new Range(-1.1 * torque, 1.1 * torque),
                        Palette.ACTION),
                new Curve(ControlHistory.REWARD, "reward", null, Palette.GOOD));
        frame.add(Layer.MAP, new Shape.Disc(X, Y, LENGTH, 0, Palette.GRID, 1));
        bar(frame, Layer.MAP, X, Y, X, Y + LENGTH, Rgba.withOpacity(Palette.GOAL, 0.5), 3);
        frame.add(Layer.MAP, new Shape.Disc(X, Y + LENGTH, 0.28, 0, Palette.GOAL, 2.5));
        label(frame, X, Y + LENGTH + 0.65, "upright: the goal", Palette.GOAL);
        double[] angles = history.column("angle");
        trail(frame, step, tips(angles, true), tips(angles, false));
        double angle = scalar(step, "angle");
        double tipX = X - LENGTH * Math.sin(angle);
        double tipY = Y + LENGTH * Math.cos(angle);
        bar(frame, Layer.TRUTH, X, Y, tipX, tipY, Palette.ROBOT, 12);
        frame.add(Layer.TRUTH, new Shape.Disc(X, Y, 0.2, Palette.OBSTACLE, Palette.BACKGROUND, 2));
        push(frame, actionShare(step, 0));
        frame.legend(Mark.LINE, Palette.ROBOT, "true: the rod");
        frame.legend(Mark.DOTS, Palette.BELIEF, "where its end came from");
        frame.legend(Mark.RING, Palette.GOAL, "goal");
        frame.legend(Mark.ARROW, Palette.ACTION, "torque; three eighths of a turn is the most");
        return frame.build();
    }

    private static double[] tips(double[] angles, boolean across) {
        double[] places = new double[angles.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = across ? X - LENGTH * Math.sin(angles[i]) : Y + LENGTH * Math.cos(angles[i]);
        }
        return places;
    }

    /** An arc about the pivot from the right side on; positive torque turns counter-clockwise. */
    private static void push(Frame.Builder frame, double share) {
        int pieces = 24;
        double turn = FULL_TURN * share;
        if (Math.abs(turn) < 0.05) {
            return;
        }
        double[] points = new double[2 * pieces];
        for (int i = 0; i < pieces; i++) {
            double at = turn * i / pieces;
            points[2 * i] = X + ARC * Math.cos(at);
            points[2 * i + 1] = Y + ARC * Math.sin(at);
        }
        frame.add(Layer.ACTION, new Shape.Polyline(points, Palette.ACTION, 4));
        double before = turn - Math.signum(turn) * 0.25;
        frame.add(
                Layer.ACTION,
                new Shape.Arrow(
                        X + ARC * Math.cos(before),
                        Y + ARC * Math.sin(before),
                        X + ARC * Math.cos(turn),
                        Y + ARC * Math.sin(turn),
                        Palette.ACTION,
                        4));
    }
}
