package org.teleost.viewer.scene.generic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Scatter;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.StepRecord;

/**
 * Any problem: the particles over the two lanes in which the belief is widest for its size, the truth among them, and a
 * table of all lanes.
 */
public final class GenericScene implements Scene {
    private static final int ROWS = 16;
    private static final double SIDE = 10.0;
    private static final double JITTER = 0.12;

    private final EpisodeInfo info;
    private final String note;

    /** A scene of a problem that nobody wrote an adapter for. */
    public GenericScene(EpisodeInfo info) {
        this(info, "");
    }

    /** A scene with a note on why nothing better can be drawn; empty for none. */
    public GenericScene(EpisodeInfo info, String note) {
        this.info = info;
        this.note = note;
    }

    @Override
    public Frame frame(StepRecord step) {
        Frame.Builder frame = new Frame.Builder(info.problem(), new Bounds(-4.2, -1.4, SIDE + 1.3, SIDE + 0.5));
        String caption = step.action() < 0 ? "no action executed" : "action " + step.actionText();
        frame.caption(caption + "; observed "
                + (step.observationText().isEmpty() ? "nothing" : step.observationText()) + "; reward "
                + PlanFacts.number(step.reward()));
        frame.add(Layer.MAP, new Shape.Rectangle(new Bounds(0, 0, SIDE, SIDE), Palette.GROUND, Palette.GRID, 1.5));
        List<String> ranked = lanesByWidth(step);
        if (ranked.isEmpty()) {
            frame.note("this step has neither a state nor a belief");
        } else {
            Axis x = axis(step, ranked.get(0));
            Axis y = axis(step, ranked.size() > 1 ? ranked.get(1) : ranked.get(0));
            drawAxes(frame, x, y);
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

    /** All lanes, those first in which the particles spread most relative to their size. */
    private static List<String> lanesByWidth(StepRecord step) {
        Set<String> names = new LinkedHashSet<>();
        if (step.belief() != null) {
            names.addAll(step.belief().columns().keySet());
        }
        if (names.isEmpty()) {
            names.addAll(step.state().values().keySet());
        }
        List<String> lanes = new ArrayList<>(names);
        lanes.sort(Comparator.comparingDouble(lane -> -relativeWidth(step.belief(), lane)));
        return lanes;
    }

    private static double relativeWidth(BeliefRecord belief, String lane) {
        if (belief == null) {
            return 0.0;
        }
        double deviation = deviation(belief, lane);
        return deviation / (Math.abs(belief.mean(lane)) + deviation + 1e-12);
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
    }

    private static Axis axis(StepRecord step, String lane) {
        double low = step.state().value(lane);
        double high = low;
        if (step.belief() != null) {
            for (double value : step.belief().column(lane)) {
                low = Double.isNaN(low) ? value : Math.min(low, value);
                high = Double.isNaN(high) ? value : Math.max(high, value);
            }
        }
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return new Axis(lane, 0, 1);
        }
        return high > low ? new Axis(lane, low, high) : new Axis(lane, low - 1, high + 1);
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

    /** Discrete lanes put many particles on one place; a little scatter shows how many. */
    private static void drawParticles(Frame.Builder frame, BeliefRecord belief, Axis x, Axis y) {
        if (belief == null || belief.count() == 0) {
            return;
        }
        int count = belief.count();
        double[] first = belief.column(x.lane());
        double[] second = belief.column(y.lane());
        float[] xs = new float[count];
        float[] ys = new float[count];
        int[] colors = new int[count];
        for (int i = 0; i < count; i++) {
            xs[i] = (float) (x.place(first[i]) + JITTER * SIDE * 0.5 * Scatter.x(i));
            ys[i] = (float) (y.place(second[i]) + JITTER * SIDE * 0.5 * Scatter.y(i));
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
