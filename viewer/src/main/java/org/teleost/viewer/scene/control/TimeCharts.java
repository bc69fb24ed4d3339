package org.teleost.viewer.scene.control;

import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.plot.Chart;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.ControlStep;

/** Curves of an episode over its time, with a cursor at the present. */
public final class TimeCharts {
    private final ControlHistory history;
    private final int window;

    /** Charts over the whole episode. */
    public TimeCharts(ControlHistory history) {
        this(history, Integer.MAX_VALUE);
    }

    /**
     * Charts over the last steps of a long episode.
     *
     * @param window steps that are shown, at least 1
     */
    public TimeCharts(ControlHistory history, int window) {
        this.history = history;
        this.window = window;
    }

    /**
     * A curve to be drawn.
     *
     * @param column of the history
     * @param title above it
     * @param range shown; null for that of the values
     * @param color of the curve
     */
    public record Curve(String column, String title, Range range, int color) {}

    /** Time that the whole episode takes. */
    public Range time() {
        double[] times = history.times();
        return Range.around(0, times.length == 0 ? 1 : lastKnown(times));
    }

    private static double lastKnown(double[] times) {
        for (int i = times.length - 1; i >= 0; i--) {
            if (Double.isFinite(times[i])) {
                return times[i];
            }
        }
        return 1;
    }

    /** The part of the time that the charts show at a step. */
    private Range shown(ControlStep step) {
        double[] times = history.times();
        if (times.length <= window) {
            return time();
        }
        int first = (int) Math.max(0, Math.min(times.length - 1L, step.t()) - window);
        return Range.around(times[first], times[first + window]);
    }

    /** Time of a step, its index where the time is unknown. */
    public double time(ControlStep step) {
        double[] times = history.times();
        int t = (int) step.t();
        return t < times.length && Double.isFinite(times[t]) ? times[t] : t;
    }

    /** Charts one below the other, the first on top; only the last has numbers at the time axis. */
    public void column(Frame.Builder frame, Bounds area, ControlStep step, Curve... curves) {
        double slot = area.height() / curves.length;
        for (int i = 0; i < curves.length; i++) {
            double top = area.maxY() - i * slot;
            Bounds place = new Bounds(area.minX(), top - slot + 0.65, area.maxX(), top - 0.4);
            Chart chart = chart(frame, place, step, curves[i]);
            if (i == curves.length - 1) {
                chart.acrossTicks(frame, 5).nameAcross(frame, history.timeName());
            }
        }
    }

    /** One chart. */
    public Chart chart(Frame.Builder frame, Bounds area, ControlStep step, Curve curve) {
        double[] values = history.column(curve.column());
        Range range = curve.range() == null ? Range.of(values) : curve.range();
        Chart chart = new Chart(area, shown(step), range).ground(frame, 4);
        int t = (int) step.t();
        double value = t < values.length ? values[t] : Double.NaN;
        chart.title(frame, curve.title(), curve.color());
        frame.charted(ControlHistory.seriesName(curve.column()));
        chart.titleRight(frame, PlanFacts.number(value), Palette.TEXT);
        chart.curve(frame, Layer.TRUTH, history.times(), values, history.period(curve.column()), curve.color(), 1.8);
        return chart.cursor(frame, time(step)).point(frame, Layer.TRUTH, time(step), value, Palette.ACTION);
    }
}
