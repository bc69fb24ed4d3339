package org.teleost.viewer.ui;

import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.Viewport;

/** A series over the steps with a cursor at the present one. */
final class PlotPanel {
    private static final int PAD = 10;
    private static final int HEAD = 18;
    private static final int DASH = 10;
    private static final int SHADOW = Rgba.withOpacity(Palette.GROUND, 0.85);

    private final Canvas canvas;

    PlotPanel(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(Series series, long cursor, Viewport area) {
        Viewport plot = new Viewport(
                area.x() + PAD, area.y() + HEAD, area.width() - 2 * PAD, Math.max(8, area.height() - HEAD - 6));
        double low = series.low();
        double high = series.high();
        String range = PlanFacts.number(low) + " to " + PlanFacts.number(high);
        double rangeX = area.right() - PAD - canvas.font().width(range, Type.SMALL);
        double room = rangeX - area.x() - PAD - 8;
        canvas.textWithin(area.x() + PAD, area.y() + 13, series.name(), Type.BODY, Palette.TEXT, room);
        canvas.text(rangeX, area.y() + 13, range, Type.SMALL, Palette.DIM);
        canvas.tips().add(plot.x(), plot.y(), plot.right(), plot.bottom(), (x, y) -> valueAt(series, x, plot.inset(4)));
        canvas.box(plot.x(), plot.y(), plot.right(), plot.bottom(), 3, Palette.GROUND, 0, 0);
        limit(series, low, high > low ? high - low : 1, plot.inset(4));
        line(series, low, high > low ? high - low : 1, plot.inset(4));
        cursor(series, cursor, low, high > low ? high - low : 1, plot.inset(4));
    }

    /** The limit as a dashed line, marked steps as ticks at the top. */
    private void limit(Series series, double low, double span, Viewport plot) {
        if (Double.isFinite(series.limit())) {
            double y = y(series.limit(), low, span, plot);
            for (double x = plot.x(); x < plot.right(); x += DASH) {
                canvas.segment(x, y, Math.min(plot.right(), x + 0.5 * DASH), y, 1, Palette.GOOD);
            }
        }
        double lastX = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < series.marked().length; step++) {
            double x = x(step, series.values().length, plot);
            if (series.isMarked(step) && x - lastX >= 1) {
                canvas.box(x - 1, plot.y() - 3, x + 1, plot.y() + 5, Palette.BAD);
                lastX = x;
            }
        }
    }

    /** One point per pixel column at most: the lowest and highest of its steps. */
    private void line(Series series, double low, double span, Viewport plot) {
        double[] values = series.values();
        int columns = (int) Math.min(values.length, Math.max(2, plot.width()));
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        double lastValue = Double.NaN;
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * values.length / columns);
            int to = (int) ((column + 1L) * values.length / columns);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                if (Double.isFinite(values[i])) {
                    least = Math.min(least, values[i]);
                    most = Math.max(most, values[i]);
                }
            }
            if (least > most) {
                lastX = Double.NaN;
                continue;
            }
            double x = x(from, values.length, plot);
            double top = y(most, low, span, plot);
            double bottom = y(least, low, span, plot);
            if (!Double.isNaN(lastX) && !series.wraps(lastValue, most)) {
                canvas.segment(lastX, lastY, x, top, 1.6, Palette.BELIEF);
            }
            if (bottom > top && !series.wraps(least, most)) {
                canvas.segment(x, top, x, bottom, 1.6, Palette.BELIEF);
            } else if (values.length == 1) {
                canvas.disc(x, top, 2, Palette.BELIEF, 0, 0);
            }
            lastX = x;
            lastY = bottom;
            lastValue = least;
        }
    }

    private void cursor(Series series, long cursor, double low, double span, Viewport plot) {
        if (cursor < 0 || cursor >= series.values().length) {
            return;
        }
        double x = x(cursor, series.values().length, plot);
        canvas.segment(x, plot.y() - 2, x, plot.bottom() + 2, 1.5, Rgba.withOpacity(Palette.ACTION, 0.7));
        double value = series.values()[(int) cursor];
        if (Double.isFinite(value)) {
            canvas.disc(x, y(value, low, span, plot), 3.5, Palette.ACTION, 0, 0);
            String text = PlanFacts.number(value);
            int width = canvas.font().width(text, Type.SMALL);
            double left = x + 7 + width > plot.right() ? x - 7 - width : x + 7;
            canvas.box(left - 2, plot.y() - 1, left + width + 2, plot.y() + 12, 2, SHADOW, 0, 0);
            canvas.text(left, plot.y() + 9, text, Type.SMALL, Palette.ACTION);
        }
    }

    /** The value of the step under a pixel column. */
    private static String valueAt(Series series, double x, Viewport plot) {
        int count = series.values().length;
        double share = Math.max(0, Math.min(1, (x - plot.x()) / plot.width()));
        int step = (int) Math.round(share * (count - 1));
        return count == 0
                ? ""
                : series.name() + "\nstep " + step + ": " + PlanFacts.number(series.values()[step])
                        + (series.isMarked(step) ? ", past the limit" : "");
    }

    private static double x(long step, int count, Viewport plot) {
        return plot.x() + plot.width() * (count < 2 ? 0.5 : (double) step / (count - 1));
    }

    private static double y(double value, double low, double span, Viewport plot) {
        return plot.bottom() - plot.height() * (value - low) / span;
    }
}
