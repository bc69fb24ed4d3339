package org.teleost.viewer.scene.generic;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.SceneSketch;
import org.teleost.viewer.source.StepRecord;

/**
 * Any problem: the particles over two lanes, the first float lanes unless somebody says otherwise, in ranges that hold
 * for the whole episode; the truth among them, the marks of the problem's {@link SceneSketch}, and a table of all
 * lanes.
 */
public final class GenericScene implements Scene {
    private static final int ROWS = 16;
    private static final double SIDE = 10.0;
    private static final double JITTER = 0.12;

    private final EpisodeInfo info;
    private final String note;
    private final SceneSketch sketch;
    private final LaneAxes axes;

    /**
     * A scene of a problem that nobody wrote an adapter for.
     *
     * @throws IOException when the episode can't be read, or what is said about its scene not understood
     */
    public GenericScene(Episode episode) throws IOException {
        this(episode, "");
    }

    /** A scene with a note on why nothing better can be drawn; empty for none. */
    public GenericScene(Episode episode, String note) throws IOException {
        info = episode.info();
        this.note = note;
        sketch = episode.sketch();
        axes = new LaneAxes(episode, sketch);
    }

    @Override
    public List<String> lanes() {
        return axes.lanes();
    }

    @Override
    public String lane(boolean across) {
        return across ? axes.x() : axes.y();
    }

    @Override
    public void chooseLane(boolean across, String lane) {
        axes.choose(across, lane);
    }

    @Override
    public Frame frame(StepRecord step) {
        Frame.Builder frame = new Frame.Builder(info.problem(), new Bounds(-4.2, -1.4, SIDE + 1.3, SIDE + 0.5));
        String caption = step.action() < 0 ? "no action executed" : "action " + step.actionText();
        frame.caption(caption + "; observed "
                + (step.observationText().isEmpty() ? "nothing" : step.observationText()) + "; reward "
                + PlanFacts.number(step.reward()));
        frame.add(Layer.MAP, new Shape.Rectangle(new Bounds(0, 0, SIDE, SIDE), Palette.GROUND, Palette.GRID, 1.5));
        axes.see(step);
        if (axes.isEmpty()) {
            frame.note("this step has neither a state nor a belief");
        } else {
            Range[] ranges = axes.ranges();
            Axis x = new Axis(axes.x(), ranges[0].low(), ranges[0].high());
            Axis y = new Axis(axes.y(), ranges[1].low(), ranges[1].high());
            frame.probe(new Probe(
                    new Bounds(0, 0, SIDE, SIDE),
                    (px, py) -> x.lane() + " " + PlanFacts.number(x.value(px)) + ", " + y.lane() + " "
                            + PlanFacts.number(y.value(py))));
            drawAxes(frame, x, y);
            drawMarks(frame, step, x, y);
            drawParticles(frame, step.belief(), x, y);
            drawTruth(frame, step, x, y);
        }
        fillTable(frame, step);
        if (!note.isEmpty()) {
            frame.note(note);
        }
        frame.legend(Mark.DOTS, Palette.BELIEF, "believed: a dot per particle");
        frame.legend(Mark.DISC, Palette.ROBOT, "true state");
        return frame.build();
    }

    private static double deviation(BeliefRecord belief, String lane) {
        double mean = belief.mean(lane);
        double[] column = belief.column(lane);
        double sum = 0.0;
        for (int i = 0; i < column.length; i++) {
            sum += belief.weights()[i] * (column[i] - mean) * (column[i] - mean);
        }
        return Math.sqrt(sum);
    }

    /** A lane and the range that the plot shows of it. */
    private record Axis(String lane, double low, double high) {
        double place(double value) {
            return SIDE * (0.06 + 0.88 * (value - low) / (high - low));
        }

        double value(double place) {
            return low + (place / SIDE - 0.06) / 0.88 * (high - low);
        }
    }

    private static void drawAxes(Frame.Builder frame, Axis x, Axis y) {
        label(frame, SIDE / 2, -0.75, x.lane(), Anchor.CENTER, Palette.TEXT);
        label(frame, x.place(x.low()), -0.3, PlanFacts.number(x.low()), Anchor.CENTER, Palette.DIM);
        label(frame, x.place(x.high()), -0.3, PlanFacts.number(x.high()), Anchor.CENTER, Palette.DIM);
        label(frame, -0.12, SIDE / 2, y.lane(), Anchor.RIGHT, Palette.TEXT);
        label(frame, -0.12, y.place(y.low()), PlanFacts.number(y.low()), Anchor.RIGHT, Palette.DIM);
        label(frame, -0.12, y.place(y.high()), PlanFacts.number(y.high()), Anchor.RIGHT, Palette.DIM);
    }

    private static void label(Frame.Builder frame, double x, double y, String text, Anchor anchor, int color) {
        frame.add(Layer.MAP, new Shape.Label(x, y, text, 13, anchor, color));
    }

    private void drawMarks(Frame.Builder frame, StepRecord step, Axis x, Axis y) {
        double scale = x.place(1) - x.place(0);
        for (SceneSketch.Mark mark : sketch.marks()) {
            double[] points = new double[mark.places().size()];
            boolean known = true;
            for (int i = 0; i < points.length; i++) {
                double at = mark.places().get(i).at(step.state());
                points[i] = i % 2 == 0 ? x.place(at) : y.place(at);
                known &= Double.isFinite(points[i]);
            }
            if (known) {
                draw(frame, mark, points, scale * mark.radius());
            }
        }
    }

    private static void draw(Frame.Builder frame, SceneSketch.Mark mark, double[] points, double radius) {
        int color =
                switch (mark.role()) {
                    case MAP -> Palette.GRID;
                    case GOAL, GOOD -> Palette.GOAL;
                    case OBSTACLE -> Palette.OBSTACLE;
                    case BAD -> Palette.BAD;
                    case ROBOT -> Palette.ROBOT;
                    case OTHER -> Palette.SECOND;
                };
        int fill = Rgba.withOpacity(color, 0.35);
        switch (mark.kind()) {
            case DISC -> frame.add(Layer.MAP, new Shape.Disc(points[0], points[1], radius, fill, color, 1.5));
            case RING -> frame.add(Layer.MAP, new Shape.Disc(points[0], points[1], radius, 0, color, 2));
            case BOX -> frame.add(Layer.MAP, new Shape.Rectangle(box(points), fill, color, 1.5));
            case IMAGE ->
                mark.image()
                        .ifPresent(image -> frame.add(
                                Layer.MAP,
                                new Shape.Picture(box(points), image.columns(), image.rows(), image.colors())));
            case LINE -> frame.add(Layer.MAP, new Shape.Polyline(points, color, 2.5));
            case TEXT -> {
                // the text below is all there is
            }
        }
        if (!mark.text().isEmpty()) {
            boolean box = mark.kind() == SceneSketch.Kind.BOX || mark.kind() == SceneSketch.Kind.IMAGE;
            double x = box ? 0.5 * (points[0] + points[2]) : points[0];
            double y = box ? 0.5 * (points[1] + points[3]) : points[1];
            label(frame, x, y, mark.text(), Anchor.CENTER, Palette.TEXT);
        }
    }

    /** The rectangle between two corners, never empty. */
    private static Bounds box(double[] points) {
        double x0 = Math.min(points[0], points[2]);
        double y0 = Math.min(points[1], points[3]);
        return new Bounds(
                x0,
                y0,
                Math.max(Math.max(points[0], points[2]), x0 + 1e-6),
                Math.max(Math.max(points[1], points[3]), y0 + 1e-6));
    }

    /** Discrete lanes put many particles on one place; a little scatter shows how many. */
    private static void drawParticles(Frame.Builder frame, BeliefRecord belief, Axis x, Axis y) {
        if (belief == null || belief.count() == 0) {
            return;
        }
        int count = belief.count();
        boolean scatterX = belief.discrete().contains(x.lane());
        boolean scatterY = belief.discrete().contains(y.lane());
        double[] first = belief.column(x.lane());
        double[] second = belief.column(y.lane());
        float[] xs = new float[count];
        float[] ys = new float[count];
        int[] colors = new int[count];
        for (int i = 0; i < count; i++) {
            xs[i] = (float) (x.place(first[i]) + (scatterX ? JITTER * SIDE * 0.5 * Scatter.x(i) : 0));
            ys[i] = (float) (y.place(second[i]) + (scatterY ? JITTER * SIDE * 0.5 * Scatter.y(i) : 0));
        }
        Arrays.fill(colors, Rgba.withOpacity(Palette.BELIEF, 0.55));
        frame.add(Layer.BELIEF, new Shape.Points(xs, ys, colors, radius(count), true));
    }

    /** Pixels; many particles are drawn smaller, or they would hide each other and cost their area each. */
    private static double radius(int particles) {
        return particles <= 2_000 ? 3.5 : particles <= 20_000 ? 2.5 : 1.5;
    }

    private static void drawTruth(Frame.Builder frame, StepRecord step, Axis x, Axis y) {
        double trueX = step.state().value(x.lane());
        double trueY = step.state().value(y.lane());
        if (Double.isFinite(trueX) && Double.isFinite(trueY)) {
            frame.add(
                    Layer.TRUTH,
                    new Shape.Disc(x.place(trueX), y.place(trueY), 0.16, Palette.ROBOT, Palette.BACKGROUND, 2));
        }
    }

    private static void fillTable(Frame.Builder frame, StepRecord step) {
        Set<String> lanes = new LinkedHashSet<>(step.state().values().keySet());
        if (step.belief() != null) {
            lanes.addAll(step.belief().columns().keySet());
        }
        frame.row("lane", "true", "believed");
        int shown = 0;
        for (String lane : lanes) {
            if (shown++ == ROWS) {
                frame.row(String.format(Locale.ROOT, "%d more lanes", lanes.size() - ROWS), "", "");
                return;
            }
            boolean believed = step.belief() != null && step.belief().columns().containsKey(lane);
            frame.row(
                    lane,
                    PlanFacts.number(step.state().value(lane)),
                    believed
                            ? PlanFacts.number(step.belief().mean(lane)) + " \u00b1 "
                                    + PlanFacts.number(deviation(step.belief(), lane))
                            : "");
        }
    }
}
