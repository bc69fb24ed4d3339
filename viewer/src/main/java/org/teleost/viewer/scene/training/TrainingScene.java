package org.teleost.viewer.scene.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SeriesReader;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.plot.Chart;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.scene.plot.Ticks;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.StepRecord;
import org.teleost.viewer.source.TrainingEpisode;

/**
 * A training: returns with the evaluations, losses, entropy, lag and rates against environment steps, with the wall
 * clock below them; the cursor is at the message on progress that is shown.
 */
public final class TrainingScene implements Scene {
    private static final Bounds WORLD = new Bounds(-0.5, -0.5, 16.8, 10.4);
    private static final Bounds RETURNS = new Bounds(0.9, 6.1, 7.8, 9.7);
    private static final double RIGHT = 9.6;
    private static final double RIGHT_END = 15.9;
    private static final int CLOCK = Rgba.withOpacity(Palette.DIM, 0.75);

    private final TrainingEpisode training;
    private final TrainingColumns columns;

    /** A scene of a training. */
    public TrainingScene(TrainingEpisode training) {
        this.training = training;
        columns = new TrainingColumns(training);
    }

    @Override
    public SeriesReader series(Episode same) {
        return columns;
    }

    @Override
    public PlanFacts facts(StepRecord step) {
        return TrainingFacts.of(training, (int) step.t());
    }

    @Override
    public Frame frame(StepRecord step) {
        double[] steps = columns.progress("environmentSteps");
        double now = steps[(int) step.t()];
        Map<String, Double> row = training.progress().get((int) step.t());
        Frame.Builder frame = new Frame.Builder("training on " + training.info().problem(), WORLD)
                .caption(String.format(
                        Locale.ROOT,
                        "%,.0f environment steps, %,.0f updates, %s of training; recent return %s",
                        now,
                        row.getOrDefault("updates", Double.NaN),
                        clock(row.getOrDefault("trainingSeconds", Double.NaN)),
                        PlanFacts.number(row.getOrDefault("recentReturn", Double.NaN))));
        double last = Arrays.stream(steps).filter(Double::isFinite).max().orElse(1);
        Range across = Range.around(0, Math.max(1, last));
        drawReturns(frame, across, steps, now);
        drawLines(frame, new Bounds(RETURNS.minX(), 0.9, RETURNS.maxX(), 4.4), across, now, true, steps, new Line[] {
            new Line("stepsPerSecond", "steps a second", Palette.BELIEF),
            new Line("updatesPerSecond", "updates a second", Palette.SECOND)
        });
        Line[][] right = {
            {new Line("criticLoss", "critic loss", Palette.BAD)},
            {
                new Line("actorLoss", "actor loss", Palette.SECOND),
                new Line("actionValue", "action value Q", Palette.GOOD)
            },
            {new Line("entropy", "entropy", Palette.BELIEF), new Line("alpha", "its coefficient", Palette.SECOND)},
            {
                new Line("lagMean", "lag of the actors, updates", Palette.BELIEF),
                new Line("lag95", "95 %", Palette.SECOND)
            }
        };
        double slot = (9.7 - 0.9 + 0.7) / right.length;
        for (int i = 0; i < right.length; i++) {
            double top = 9.7 - i * slot;
            Bounds area = new Bounds(RIGHT, top - slot + 0.7, RIGHT_END, top);
            drawLines(frame, area, across, now, i == right.length - 1, steps, right[i]);
        }
        frame.legend(Mark.LINE, Palette.BELIEF, "return of the last training episodes, exploring");
        frame.legend(Mark.DISC, Palette.GOOD, "evaluations without exploration, mean with 95 % interval");
        frame.legend(Mark.LINE, Palette.ACTION, "now; numbers below: environment steps and time of training");
        return frame.build();
    }

    private record Line(String column, String title, int color) {}

    private void drawReturns(Frame.Builder frame, Range across, double[] steps, double now) {
        double[] recent = columns.learned("recentReturn");
        double[] means = columns.scores("mean");
        double[] at = columns.scores("environmentSteps");
        double[] halves = columns.scores("ci95");
        Chart chart = new Chart(RETURNS, across, Range.of(recent, means)).ground(frame, 5);
        chart.title(frame, "return of an episode", Palette.TEXT);
        chart.curve(frame, Layer.TRUTH, steps, recent, Palette.BELIEF, 1.6);
        int[] colors = new int[means.length];
        float[] xs = new float[means.length];
        float[] ys = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            xs[i] = (float) chart.atX(chart.x().clamp(at[i]));
            ys[i] = (float) chart.atY(chart.y().clamp(means[i]));
            colors[i] = Double.isFinite(means[i]) && Double.isFinite(at[i]) ? Palette.GOOD : 0;
            if (colors[i] != 0 && Double.isFinite(halves[i])) {
                double low = chart.atY(chart.y().clamp(means[i] - halves[i]));
                double high = chart.atY(chart.y().clamp(means[i] + halves[i]));
                frame.add(Layer.TRUTH, new Shape.Polyline(new double[] {xs[i], low, xs[i], high}, Palette.GOOD, 1.5));
            }
        }
        chart.curve(frame, Layer.TRUTH, at, means, Rgba.withOpacity(Palette.GOOD, 0.6), 1.5);
        frame.add(Layer.TRUTH, new Shape.Points(xs, ys, colors, 3.5));
        chart.cursor(frame, now);
        acrossTicks(frame, chart);
    }

    private void drawLines(
            Frame.Builder frame, Bounds area, Range across, double now, boolean ticks, double[] steps, Line... lines) {
        double[][] values = new double[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            values[i] = columns.learned(lines[i].column());
        }
        Chart chart = new Chart(area, across, Range.of(values)).ground(frame, area.height() > 2 ? 5 : 4);
        for (int i = 0; i < lines.length; i++) {
            chart.curve(frame, Layer.TRUTH, steps, values[i], lines[i].color(), 1.6);
            if (i == 0) {
                chart.title(frame, lines[i].title(), lines[i].color());
            } else {
                chart.titleRight(frame, lines[i].title(), lines[i].color());
            }
        }
        chart.cursor(frame, now);
        if (ticks) {
            acrossTicks(frame, chart);
        }
    }

    /** Steps, and below each the time of training at which they were made. */
    private void acrossTicks(Frame.Builder frame, Chart chart) {
        chart.acrossTicks(frame, 4);
        Ticks ticks = Ticks.of(chart.x(), 4);
        double[] steps = columns.progress("environmentSteps");
        double[] seconds = columns.progress("trainingSeconds");
        for (double value : ticks.values()) {
            double time = at(value, steps, seconds);
            if (Double.isFinite(time)) {
                frame.add(
                        Layer.MAP,
                        new Shape.Label(
                                chart.atX(value),
                                chart.area().minY() - 0.56,
                                clock(time),
                                Chart.SMALL,
                                Shape.Anchor.BELOW,
                                CLOCK));
            }
        }
    }

    /** The time at a number of steps, between its neighbours; NaN after the last. */
    private static double at(double value, double[] steps, double[] seconds) {
        double beforeSteps = 0;
        double beforeSeconds = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] >= value) {
                double share = steps[i] > beforeSteps ? (value - beforeSteps) / (steps[i] - beforeSteps) : 1;
                return beforeSeconds + share * (seconds[i] - beforeSeconds);
            }
            beforeSteps = steps[i];
            beforeSeconds = seconds[i];
        }
        return Double.NaN;
    }

    static String clock(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "\u2013";
        }
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, seconds < 600 ? "%.1f min" : "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
