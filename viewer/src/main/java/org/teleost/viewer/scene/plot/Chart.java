package org.teleost.viewer.scene.plot;

import java.util.Arrays;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Probe;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;

/**
 * Two axes over a rectangle of the world. Numbers stand left of it and below; leave about one unit left of it, half a
 * unit below and above in a world of 16 units.
 *
 * @param area where it is
 * @param x range across
 * @param y range upwards
 */
public record Chart(Bounds area, Range x, Range y) {
    /** Height of numbers in pixels. */
    public static final int SMALL = 12;

    /** Height of titles in pixels. */
    public static final int TITLE = 13;

    private static final double GAP = 0.12;
    private static final double ABOVE = 0.24;
    private static final int MOST_POINTS = 800;
    private static final int GRID = Rgba.withOpacity(Palette.GRID, 0.6);

    /** World place of a value on the x axis. */
    public double atX(double value) {
        return area.minX() + x.share(value) * area.width();
    }

    /** World place of a value on the y axis. */
    public double atY(double value) {
        return area.minY() + y.share(value) * area.height();
    }

    /** Ground and grid, for a chart beside another one with the same y axis. */
    public Chart plainGround(Frame.Builder frame, int yTicks) {
        frame.add(Layer.MAP, new Shape.Rectangle(area, Palette.GROUND, Palette.GRID, 1));
        for (double value : Ticks.of(y, yTicks).values()) {
            line(frame, Layer.MAP, area.minX(), atY(value), area.maxX(), atY(value), GRID, 1);
        }
        return this;
    }

    /** Ground and grid with numbers at the y axis. */
    public Chart ground(Frame.Builder frame, int yTicks) {
        plainGround(frame, yTicks);
        Ticks ticks = Ticks.of(y, yTicks);
        for (int i = 0; i < ticks.values().size(); i++) {
            double at = atY(ticks.values().get(i));
            label(frame, area.minX() - GAP, at, ticks.texts().get(i), Anchor.RIGHT, SMALL, Palette.DIM);
        }
        return this;
    }

    /** Numbers at the x axis. */
    public Chart acrossTicks(Frame.Builder frame, int xTicks) {
        Ticks ticks = Ticks.of(x, xTicks);
        for (int i = 0; i < ticks.values().size(); i++) {
            double at = atX(ticks.values().get(i));
            line(frame, Layer.MAP, at, area.minY(), at, area.minY() + 0.1, Palette.DIM, 1);
            label(frame, at, area.minY() - GAP, ticks.texts().get(i), Anchor.BELOW, SMALL, Palette.DIM);
        }
        return this;
    }

    /** A text above the left end. */
    public Chart title(Frame.Builder frame, String text, int color) {
        frame.probe(new Probe(area, (px, py) -> text));
        label(frame, area.minX(), area.maxY() + ABOVE, text, Anchor.LEFT, TITLE, color);
        return this;
    }

    /** A text above the right end. */
    public Chart titleRight(Frame.Builder frame, String text, int color) {
        label(frame, area.maxX(), area.maxY() + ABOVE, text, Anchor.RIGHT, TITLE, color);
        return this;
    }

    /** What the x axis is, below its right end and its numbers. */
    public Chart nameAcross(Frame.Builder frame, String text) {
        label(frame, area.maxX(), area.minY() - 0.66, text, Anchor.RIGHT, SMALL, Palette.DIM);
        return this;
    }

    /** A straight line across the whole chart at a value of y. */
    public Chart level(Frame.Builder frame, double value, int color, double width) {
        if (value >= y.low() && value <= y.high()) {
            line(frame, Layer.MAP, area.minX(), atY(value), area.maxX(), atY(value), color, width);
        }
        return this;
    }

    /** The present: a line upwards at a value of x. */
    public Chart cursor(Frame.Builder frame, double value) {
        if (value >= x.low() && value <= x.high()) {
            int color = Rgba.withOpacity(Palette.ACTION, 0.8);
            line(frame, Layer.MAP, atX(value), area.minY(), atX(value), area.maxY(), color, 1.5);
        }
        return this;
    }

    /** A disc at a point of a curve; none where it is unknown. */
    public Chart point(Frame.Builder frame, Layer layer, double px, double py, int color) {
        if (Double.isFinite(px) && Double.isFinite(py) && px >= x.low() && px <= x.high()) {
            float[] xs = {(float) atX(px)};
            float[] ys = {(float) atY(y.clamp(py))};
            frame.add(layer, new Shape.Points(xs, ys, new int[] {color}, 4));
        }
        return this;
    }

    /**
     * A curve through the points, as far as they lie within the x axis; unknown values leave gaps, and long curves are
     * thinned to what can be seen.
     */
    public Chart curve(Frame.Builder frame, Layer layer, double[] xs, double[] ys, int color, double width) {
        return curve(frame, layer, xs, ys, 0, color, width);
    }

    /**
     * The same for values that begin anew after a period, as angles do: no line joins the end of one to the start of
     * the next.
     *
     * @param period 0 for none
     */
    public Chart curve(
            Frame.Builder frame, Layer layer, double[] xs, double[] ys, double period, int color, double width) {
        int count = Math.min(xs.length, ys.length);
        frame.probe(new Probe(area, (px, py) -> nearest(xs, ys, count, px)));
        int stride = Math.max(1, count / MOST_POINTS);
        double[] points = new double[4 * (count / stride + 1)];
        int used = 0;
        double last = Double.NaN;
        for (int from = 0; from < count; from += stride) {
            int low = -1;
            int high = -1;
            for (int i = from; i < Math.min(count, from + stride); i++) {
                if (Double.isFinite(ys[i]) && xs[i] >= x.low() && xs[i] <= x.high()) {
                    low = low < 0 || ys[i] < ys[low] ? i : low;
                    high = high < 0 || ys[i] > ys[high] ? i : high;
                }
            }
            if (low < 0) {
                polyline(frame, layer, points, used, color, width);
                used = 0;
                continue;
            }
            for (int i : low == high ? new int[] {low} : new int[] {Math.min(low, high), Math.max(low, high)}) {
                if (period > 0 && Math.abs(ys[i] - last) > 0.5 * period) {
                    polyline(frame, layer, points, used, color, width);
                    used = 0;
                }
                used = put(points, used, xs[i], ys[i]);
                last = ys[i];
            }
        }
        polyline(frame, layer, points, used, color, width);
        return this;
    }

    /** The curve's point whose x is nearest to a world place. */
    private String nearest(double[] xs, double[] ys, int count, double px) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double distance = Math.abs(atX(xs[i]) - px);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best < 0 || !Double.isFinite(ys[best])
                ? ""
                : "at " + PlanFacts.number(xs[best]) + ": " + PlanFacts.number(ys[best]);
    }

    private int put(double[] points, int used, double px, double py) {
        points[used] = atX(px);
        points[used + 1] = atY(y.clamp(py));
        return used + 2;
    }

    private static void polyline(Frame.Builder frame, Layer layer, double[] points, int used, int color, double width) {
        if (used == 2) {
            frame.add(
                    layer,
                    new Shape.Points(
                            new float[] {(float) points[0]},
                            new float[] {(float) points[1]},
                            new int[] {color},
                            width));
        } else if (used > 2) {
            frame.add(layer, new Shape.Polyline(Arrays.copyOf(points, used), color, width));
        }
    }

    private static void line(
            Frame.Builder frame, Layer layer, double x0, double y0, double x1, double y1, int color, double width) {
        frame.add(layer, new Shape.Polyline(new double[] {x0, y0, x1, y1}, color, width));
    }

    private static void label(
            Frame.Builder frame, double x, double y, String text, Anchor anchor, int height, int color) {
        frame.add(Layer.MAP, new Shape.Label(x, y, text, height, anchor, color));
    }
}
