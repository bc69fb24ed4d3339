package org.teleost.viewer.scene.mechanism;

import java.io.IOException;
import java.util.Locale;
import org.teleost.viewer.scene.Bounds;
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

/** A cart with a pole between the ends of its rail; angles count from upright, clockwise. */
final class CartPoleScene extends MechanismScene {
    /** World units per metre. */
    private static final double SCALE = 2.2;

    private static final double POLE = 1.0;
    private static final double X = STAGE.centerX();
    private static final double RAIL_Y = 4.4;
    private static final double AXLE_Y = RAIL_Y + 0.35;
    private static final double PUSH = 1.9;

    private final double railEnd;

    CartPoleScene(ControlEpisode episode) {
        super(episode, "force", "N");
        railEnd = episode.signal("position").orElseThrow().high();
    }

    @Override
    protected Frame draw(ControlStep step) throws IOException {
        double force = episode.description().action().size() > 0
                ? episode.description().action().high()[0]
                : 10;
        Frame.Builder frame = stage(
                step,
                "cart-pole: swing the pole up without leaving the rail",
                new Curve("angle", "angle from upright, rad", new Range(-3.3, 3.3), Palette.BELIEF),
                new Curve("position", "position, m", new Range(-1.05 * railEnd, 1.05 * railEnd), Palette.BELIEF),
                new Curve(ControlHistory.action(0), "force, N", new Range(-1.1 * force, 1.1 * force), Palette.ACTION),
                new Curve(ControlHistory.REWARD, "reward, 1 is the most", new Range(-0.05, 1.05), Palette.GOOD));
        drawRail(frame);
        double[] positions = history.column("position");
        double[] angles = history.column("angle");
        trail(frame, step, tips(positions, angles, true), tips(positions, angles, false));
        double x = X + SCALE * scalar(step, "position");
        double angle = scalar(step, "angle");
        bar(frame, Layer.MAP, x, AXLE_Y, x, AXLE_Y + SCALE * POLE, Rgba.withOpacity(Palette.GOAL, 0.5), 3);
        frame.add(Layer.MAP, new Shape.Disc(x, AXLE_Y + SCALE * POLE, 0.22, 0, Palette.GOAL, 2.5));
        frame.add(
                Layer.TRUTH,
                new Shape.Rectangle(
                        new Bounds(x - 0.55, RAIL_Y + 0.08, x + 0.55, RAIL_Y + 0.62), Palette.OBSTACLE, 0, 0));
        bar(
                frame,
                Layer.TRUTH,
                x,
                AXLE_Y,
                x + SCALE * POLE * Math.sin(angle),
                AXLE_Y + SCALE * POLE * Math.cos(angle),
                Palette.ROBOT,
                10);
        frame.add(Layer.TRUTH, new Shape.Disc(x, AXLE_Y, 0.14, Palette.BACKGROUND, 0, 0));
        double share = actionShare(step, 0);
        double from = x + Math.signum(share) * 0.6;
        frame.add(Layer.ACTION, new Shape.Arrow(from, AXLE_Y, from + PUSH * share, AXLE_Y, Palette.ACTION, 5));
        frame.legend(Mark.LINE, Palette.ROBOT, "true: the pole");
        frame.legend(Mark.DOTS, Palette.BELIEF, "where its end came from");
        frame.legend(Mark.RING, Palette.GOAL, "goal: upright over the cart");
        frame.legend(Mark.ARROW, Palette.ACTION, "force on the cart");
        frame.legend(Mark.SQUARE, Palette.BAD, "end of the rail: the episode ends there");
        return frame.build();
    }

    private void drawRail(Frame.Builder frame) {
        double half = SCALE * railEnd;
        bar(frame, Layer.MAP, X - half, RAIL_Y, X + half, RAIL_Y, Palette.OBSTACLE, 3);
        for (int side = -1; side <= 1; side += 2) {
            double x = X + side * half;
            frame.add(
                    Layer.MAP,
                    new Shape.Rectangle(
                            new Bounds(x - 0.09, RAIL_Y - 0.35, x + 0.09, RAIL_Y + 0.35), Palette.BAD, 0, 0));
            label(frame, x, RAIL_Y - 0.7, String.format(Locale.ROOT, "%.1f m", side * railEnd), Palette.DIM);
        }
    }

    private static double[] tips(double[] positions, double[] angles, boolean across) {
        double[] places = new double[Math.min(positions.length, angles.length)];
        for (int i = 0; i < places.length; i++) {
            places[i] = across
                    ? X + SCALE * (positions[i] + POLE * Math.sin(angles[i]))
                    : AXLE_Y + SCALE * POLE * Math.cos(angles[i]);
        }
        return places;
    }
}
