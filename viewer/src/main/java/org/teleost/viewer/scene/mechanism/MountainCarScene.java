package org.teleost.viewer.scene.mechanism;

import java.io.IOException;
import org.teleost.problem.Signal;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.control.ControlHistory;
import org.teleost.viewer.scene.control.TimeCharts.Curve;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;

/** A car in its valley, the goal on the right hill. */
final class MountainCarScene extends MechanismScene {
    private static final int PIECES = 120;
    private static final double BOTTOM = 2.4;
    private static final double PUSH = 1.4;

    private final Signal track;
    private final double scale;

    MountainCarScene(ControlEpisode episode) {
        super(episode, "force", "of the most");
        track = episode.signal("position").orElseThrow();
        scale = 0.92 * STAGE.width() / (track.high() - track.low());
    }

    private double atX(double position) {
        return STAGE.centerX() + scale * (position - 0.5 * (track.low() + track.high()));
    }

    /** The problem's height of the track: 0.45 sin(3 x) + 0.55. */
    private double atY(double position) {
        return BOTTOM + scale * (0.45 * Math.sin(3 * position) + 0.45);
    }

    @Override
    protected Frame draw(ControlStep step) throws IOException {
        Frame.Builder frame = stage(
                step,
                "mountain car: rock a weak car out of its valley",
                new Curve("position", "position", new Range(track.low(), track.high()), Palette.BELIEF),
                new Curve("velocity", "velocity per step", null, Palette.BELIEF),
                new Curve(ControlHistory.action(0), "force", new Range(-1.1, 1.1), Palette.ACTION),
                new Curve(ControlHistory.RETURN, "return so far", null, Palette.GOOD));
        double[] hill = new double[2 * PIECES];
        for (int i = 0; i < PIECES; i++) {
            double position = track.low() + (track.high() - track.low()) * i / (PIECES - 1.0);
            hill[2 * i] = atX(position);
            hill[2 * i + 1] = atY(position) - 0.28;
        }
        frame.add(Layer.MAP, new Shape.Polyline(hill, Palette.OBSTACLE, 4));
        drawGoal(frame, scalar(step, "goal"));
        double[] positions = history.column("position");
        double[] xs = new double[positions.length];
        double[] ys = new double[positions.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = atX(positions[i]);
            ys[i] = atY(positions[i]);
        }
        trail(frame, step, xs, ys);
        double position = scalar(step, "position");
        double x = atX(position);
        double y = atY(position);
        frame.add(Layer.TRUTH, new Shape.Disc(x, y, 0.28, Palette.ROBOT, Palette.BACKGROUND, 2));
        double share = actionShare(step, 0);
        double from = x + Math.signum(share) * 0.38;
        frame.add(Layer.ACTION, new Shape.Arrow(from, y + 0.05, from + PUSH * share, y + 0.05, Palette.ACTION, 5));
        frame.legend(Mark.DISC, Palette.ROBOT, "true: the car");
        frame.legend(Mark.DOTS, Palette.BELIEF, "where it came from");
        frame.legend(Mark.ARROW, Palette.ACTION, "force along the horizontal");
        frame.legend(Mark.LINE, Palette.GOAL, "goal");
        return frame.build();
    }

    private void drawGoal(Frame.Builder frame, double goal) {
        double x = atX(goal);
        double y = atY(goal) - 0.28;
        bar(frame, Layer.MAP, x, y, x, y + 1.5, Palette.GOAL, 3);
        frame.add(Layer.MAP, new Shape.Arrow(x, y + 1.3, x + 0.6, y + 1.3, Palette.GOAL, 7));
        label(frame, x, y + 1.85, "goal", Palette.GOAL);
    }
}
