package org.teleost.viewer.scene.chase;

import java.util.Arrays;
import org.teleost.viewer.scene.Bounds;
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
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.StepRecord;

/** The cells with the believed and the true places of robot and target. */
final class ChaseScene implements Scene {
    private static final double SPREAD = 0.8;

    private final String model;
    private final Cells cells;

    ChaseScene(String model, Cells cells) {
        this.model = model;
        this.cells = cells;
    }

    @Override
    public Frame frame(StepRecord step) {
        Bounds bounds = new Bounds(-0.3, -0.3, cells.width() + 0.3, cells.height() + 0.3);
        Frame.Builder frame = new Frame.Builder(model + ": catch the target", bounds);
        frame.probe(Probe.place(new Bounds(0, 0, cells.width(), cells.height())));
        frame.add(
                Layer.MAP,
                new Shape.Rectangle(new Bounds(0, 0, cells.width(), cells.height()), Palette.OBSTACLE, 0, 0));
        for (int cell = 0; cell < cells.count(); cell++) {
            int x = cells.x(cell);
            int y = cells.y(cell);
            frame.add(
                    Layer.MAP, new Shape.Rectangle(new Bounds(x, y, x + 1, y + 1), Palette.GROUND, Palette.GRID, 1.5));
        }
        if (step.belief() != null) {
            drawParticles(frame, step.belief(), "robot", Palette.SECOND);
            drawParticles(frame, step.belief(), "target", Palette.BELIEF);
        }
        if (!step.state().isEmpty()) {
            drawBody(frame, step.state().integer("target"), 0.22, Palette.BAD);
            drawBody(frame, step.state().integer("robot"), 0.3, Palette.ROBOT);
        }
        legend(frame);
        String seen = step.observationText();
        return frame.caption((step.action() < 0 ? "nothing was executed" : step.actionText())
                        + (seen.isEmpty() ? "" : "; observes " + seen) + "; reward " + PlanFacts.number(step.reward()))
                .build();
    }

    private void drawParticles(Frame.Builder frame, BeliefRecord belief, String lane, int color) {
        double[] column = belief.column(lane);
        float[] xs = new float[column.length];
        float[] ys = new float[column.length];
        int[] colors = new int[column.length];
        for (int i = 0; i < column.length; i++) {
            xs[i] = (float) (cells.x((int) column[i]) + 0.5 + SPREAD * Scatter.x(i));
            ys[i] = (float) (cells.y((int) column[i]) + 0.5 + SPREAD * Scatter.y(i));
        }
        Arrays.fill(colors, Rgba.withOpacity(color, 0.6));
        frame.add(Layer.BELIEF, new Shape.Points(xs, ys, colors, 2.0, true));
    }

    private void drawBody(Frame.Builder frame, int cell, double radius, int color) {
        frame.add(
                Layer.TRUTH,
                new Shape.Disc(cells.x(cell) + 0.5, cells.y(cell) + 0.5, radius, color, Palette.BACKGROUND, 2));
    }

    private static void legend(Frame.Builder frame) {
        frame.legend(Mark.DISC, Palette.BELIEF, "believed: target");
        frame.legend(Mark.DISC, Palette.SECOND, "believed: robot");
        frame.legend(Mark.DISC, Palette.BAD, "true: target");
        frame.legend(Mark.DISC, Palette.ROBOT, "true: robot");
    }
}
