package org.teleost.viewer.scene.plane;

import java.util.Arrays;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Probe;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Scatter;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.plane.Stage.Body;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.Lanes;
import org.teleost.viewer.source.StepRecord;

/** A stage with the particles of what is hidden, where it truly is, and what moves beside it. */
final class PlaneScene implements Scene {
    /** Height over which particles of a line are spread. */
    private static final double SPREAD = 12.0;

    private final Stage stage;

    PlaneScene(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Frame frame(StepRecord step) {
        Frame.Builder frame = new Frame.Builder(stage.title(), stage.bounds());
        frame.probe(Probe.place(stage.bounds()));
        stage.map().forEach(shape -> frame.add(Layer.MAP, shape));
        if (step.belief() != null) {
            drawParticles(frame, step.belief());
        }
        if (!step.state().isEmpty()) {
            int hidden = stage.known() == null ? Palette.ROBOT : Palette.BAD;
            drawBody(frame, stage.hidden(), step.state(), hidden);
            if (stage.known() != null) {
                drawBody(frame, stage.known(), step.state(), Palette.ROBOT);
            }
        }
        legend(frame);
        return frame.caption(words(step) + "; reward " + PlanFacts.number(step.reward()))
                .build();
    }

    private void drawParticles(Frame.Builder frame, BeliefRecord belief) {
        Body body = stage.hidden();
        double[] x = belief.column(body.x());
        double[] y = body.y().isEmpty() ? null : belief.column(body.y());
        float[] xs = new float[x.length];
        float[] ys = new float[x.length];
        int[] colors = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            xs[i] = (float) (y == null ? x[i] + Scatter.x(i) : x[i]);
            ys[i] = (float) (y == null ? SPREAD * Scatter.y(i) : y[i]);
        }
        Arrays.fill(colors, Rgba.withOpacity(Palette.BELIEF, 0.7));
        frame.add(Layer.BELIEF, new Shape.Points(xs, ys, colors, 2.0, true));
    }

    private static void drawBody(Frame.Builder frame, Body body, Lanes state, int color) {
        double x = state.value(body.x());
        double y = body.y().isEmpty() ? 0.0 : state.value(body.y());
        frame.add(Layer.TRUTH, new Shape.Disc(x, y, body.radius(), color, Palette.BACKGROUND, 2));
        if (!body.heading().isEmpty()) {
            double heading = state.value(body.heading());
            double length = 3.0 * body.radius();
            frame.add(
                    Layer.TRUTH,
                    new Shape.Arrow(x, y, x + length * Math.cos(heading), y + length * Math.sin(heading), color, 3));
        }
    }

    private static String words(StepRecord step) {
        if (step.action() < 0) {
            return "nothing was executed";
        }
        String seen = step.observationText();
        return step.actionText() + (seen.isEmpty() ? "" : "; observes " + seen);
    }

    private void legend(Frame.Builder frame) {
        frame.legend(Mark.DISC, Palette.BELIEF, "believed: " + stage.hidden().name());
        if (stage.known() == null) {
            frame.legend(Mark.DISC, Palette.ROBOT, "true: " + stage.hidden().name());
        } else {
            frame.legend(Mark.DISC, Palette.BAD, "true: " + stage.hidden().name());
            frame.legend(Mark.DISC, Palette.ROBOT, stage.known().name());
        }
    }
}
