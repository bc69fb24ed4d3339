package org.teleost.viewer.scene.wave;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teleost.problem.Signal;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.control.ControlScene;
import org.teleost.viewer.scene.control.TimeCharts;
import org.teleost.viewer.scene.plot.Chart;
import org.teleost.viewer.scene.plot.ColorBar;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;

/**
 * A flow u(x, t) on a line: the whole episode as colours, time from left to right and place upwards; beside it on the
 * same axis the flow of the moment with what the jets push; below it how well the task is done.
 */
final class WaveScene extends ControlScene {
    private static final Bounds WORLD = new Bounds(0.1, 0.1, 16.1, 10.6);
    private static final Bounds HISTORY = new Bounds(1.3, 4.0, 10.2, 9.9);
    private static final Bounds PROFILE = new Bounds(11.1, 4.0, 15.8, 9.9);
    private static final Bounds MEASURE = new Bounds(1.3, 1.1, 10.2, 2.7);
    private static final Bounds COLORS = new Bounds(11.1, 2.2, 15.8, 2.5);

    /** Share of the profile's width that the strongest push takes. */
    private static final double PUSH = 0.28;

    private final WaveStyle style;
    private final Signal u;
    private final Signal force;
    private final TimeCharts charts = new TimeCharts(history);

    WaveScene(ControlEpisode episode, WaveStyle style) {
        super(episode, "u", WaveAdapter.jetNames(style), "");
        this.style = style;
        u = episode.signal("u").orElseThrow();
        force = episode.signal("force").orElseThrow();
    }

    @Override
    protected Frame draw(ControlStep step) throws IOException {
        double target = scalar(step, "target");
        Frame.Builder frame = new Frame.Builder(style.title(), WORLD)
                .caption("t = " + PlanFacts.number(charts.time(step)) + ": " + caption(step));
        Range place = new Range(u.extent().left(), u.extent().right());
        drawHistory(frame, step, place);
        drawProfile(frame, step, place, target);
        charts.chart(
                        frame,
                        MEASURE,
                        step,
                        new TimeCharts.Curve(style.measure(), style.measureTitle(), measureRange(), Palette.GOOD))
                .acrossTicks(frame, 6)
                .nameAcross(frame, history.timeName());
        ColorBar.across(frame, COLORS, style.colors(), new Range(u.low(), u.high()), "colours of u");
        legend(frame, target);
        return frame.build();
    }

    private Range measureRange() {
        return Range.of(history.column(style.measure())).including(0);
    }

    private void drawHistory(Frame.Builder frame, ControlStep step, Range place) {
        Chart chart = new Chart(HISTORY, charts.time(), place).ground(frame, 5).acrossTicks(frame, 6);
        chart.title(frame, "place x upwards, time to the right, u as colour", Palette.TEXT);
        List<float[]> profiles = history.profiles();
        int columns = Math.max(1, (int) Math.max(history.read(), profiles.size()));
        float[] values = new float[columns * u.columns()];
        Arrays.fill(values, Float.NaN);
        for (int t = 0; t < profiles.size(); t++) {
            float[] profile = profiles.get(t);
            for (int i = 0; profile != null && i < u.columns(); i++) {
                values[i * columns + t] = profile[i];
            }
        }
        frame.add(
                Layer.TRUTH, new Shape.Field(HISTORY, columns, u.columns(), values, style.colors(), u.low(), u.high()));
        for (double share : style.jets()) {
            double y = chart.atY(jetPlace(share));
            frame.add(
                    Layer.ACTION,
                    new Shape.Polyline(new double[] {HISTORY.maxX(), y, HISTORY.maxX() + 0.3, y}, Palette.ACTION, 3));
        }
        chart.cursor(frame, charts.time(step));
    }

    /** Jets are placed on the points, which lie in the middle of their cells. */
    private double jetPlace(double share) {
        double length = u.extent().width();
        return u.extent().left() + 0.5 * length / u.columns() + share * length;
    }

    private void drawProfile(Frame.Builder frame, ControlStep step, Range place, double target) throws IOException {
        Range range = new Range(u.low(), u.high());
        Chart chart = new Chart(PROFILE, range, place).plainGround(frame, 5).acrossTicks(frame, 5);
        chart.title(frame, "u now, on the same x", Palette.TEXT);
        double zero = range.low() < 0 ? 0 : range.low() + PUSH * range.width();
        upright(frame, chart, zero, Palette.GRID, 1.5);
        if (Double.isFinite(target)) {
            upright(frame, chart, target, Palette.GOAL, 2);
        }
        Optional<float[]> pushes = episode.values(Math.min(step.t() + 1, episode.stepCount() - 1), "force");
        if (pushes.isPresent() && step.acts()) {
            double largest = Math.max(Math.abs(force.low()), Math.abs(force.high()));
            curve(frame, chart, Layer.ACTION, pushes.get(), zero, PUSH * range.width() / largest, Palette.ACTION);
        }
        for (int jet = 0; jet < style.jets().size(); jet++) {
            double y = chart.atY(jetPlace(style.jets().get(jet)));
            double to = zero + PUSH * range.width() * actionShare(step, jet);
            frame.add(
                    Layer.ACTION,
                    new Shape.Arrow(chart.atX(zero), y, chart.atX(range.clamp(to)), y, Palette.ACTION, 3));
        }
        Optional<float[]> values = episode.values(step.t(), "u");
        if (values.isPresent()) {
            curve(frame, chart, Layer.TRUTH, values.get(), 0, 1, Palette.ROBOT);
        } else {
            frame.note("this step has no values of u");
        }
    }

    private static void upright(Frame.Builder frame, Chart chart, double value, int color, double width) {
        double x = chart.atX(value);
        frame.add(
                Layer.MAP,
                new Shape.Polyline(
                        new double[] {x, chart.area().minY(), x, chart.area().maxY()}, color, width));
    }

    /** A curve over the places, {@code from + scale * value} across. */
    private void curve(
            Frame.Builder frame, Chart chart, Layer layer, float[] values, double from, double scale, int color) {
        double[] points = new double[2 * values.length];
        double cell = u.extent().width() / values.length;
        for (int i = 0; i < values.length; i++) {
            points[2 * i] = chart.atX(chart.x().clamp(from + scale * values[i]));
            points[2 * i + 1] = chart.atY(u.extent().left() + (i + 0.5) * cell);
        }
        frame.add(layer, new Shape.Polyline(points, color, 2));
    }

    private static void legend(Frame.Builder frame, double target) {
        frame.legend(Mark.LINE, Palette.ROBOT, "the flow u(x) now");
        if (Double.isFinite(target)) {
            frame.legend(Mark.LINE, Palette.GOAL, "target of u");
        }
        frame.legend(Mark.ARROW, Palette.ACTION, "jets: push now, to the right is positive");
        frame.legend(Mark.LINE, Palette.ACTION, "curve: force on the flow; straight line: now");
    }
}
