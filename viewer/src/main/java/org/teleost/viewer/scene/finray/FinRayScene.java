package org.teleost.viewer.scene.finray;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.teleost.problem.Signal;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.ColorMap;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.scene.control.ControlScene;
import org.teleost.viewer.scene.control.TimeCharts;
import org.teleost.viewer.scene.control.TimeCharts.Curve;
import org.teleost.viewer.scene.plot.ColorBar;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;

/**
 * The flow about a fin ray: vorticity as colours, the ray with the forces on it, its root and the offset that the
 * muscles impose there; below it thrust, power and offset over time.
 */
final class FinRayScene extends ControlScene {
    private static final Bounds WORLD = new Bounds(-0.3, -0.1, 16.5, 12.6);
    private static final Bounds FLOW = new Bounds(0.1, 4.3, 14.1, 12.3);
    private static final double CHARTS_BOTTOM = 0.9;
    private static final double CHARTS_TOP = 3.3;

    /** Length of the longest force's arrow, in ray lengths. */
    private static final double LONGEST_FORCE = 0.45;

    /** Steps that the curves show: two and a half periods of the root. */
    private static final int PERIODS = 100;

    /** Forces below this share of the largest are left out. */
    private static final double LEAST_FORCE = 0.03;

    private final Signal vorticity;
    private final Signal.Extent extent;
    private final TimeCharts charts = new TimeCharts(history, PERIODS);

    FinRayScene(ControlEpisode episode) {
        super(episode, "", List.of("rate of the offset"), "of the most");
        vorticity = episode.signal("vorticity").orElseThrow();
        extent = vorticity.extent();
    }

    @Override
    protected Frame draw(ControlStep step) throws IOException {
        Frame.Builder frame = new Frame.Builder("fin ray: muscles at its root make a flexible ray swim", WORLD)
                .caption(caption(step) + means(step));
        drawFlow(frame, step);
        drawForces(frame, step);
        drawRay(frame, step);
        drawCharts(frame, step);
        legend(frame);
        return frame.build();
    }

    /** What the control has achieved so far. */
    private String means(ControlStep step) {
        double thrust = mean(history.column(name("CT", "thrustCoefficient")), step.t());
        double power = mean(history.column(name("CP", "powerCoefficient")), step.t());
        return Double.isNaN(thrust + power)
                ? ""
                : "; so far mean CT " + PlanFacts.number(thrust) + ", CP " + PlanFacts.number(power)
                        + (thrust > 0 && power > 0 ? ", efficiency " + PlanFacts.number(thrust / power) : "");
    }

    private static double mean(double[] values, long last) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i <= last && i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                sum += values[i];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private double atX(double x) {
        return FLOW.minX() + FLOW.width() * (x - extent.left()) / extent.width();
    }

    /** One scale for both axes; the flow's middle lies in the middle of its place. */
    private double atY(double y) {
        double scale = FLOW.width() / extent.width();
        return FLOW.centerY() + scale * (y - 0.5 * (extent.bottom() + extent.top()));
    }

    private void drawFlow(Frame.Builder frame, ControlStep step) throws IOException {
        Bounds area = new Bounds(atX(extent.left()), atY(extent.bottom()), atX(extent.right()), atY(extent.top()));
        Optional<float[]> values = episode.values(step.t(), "vorticity");
        if (values.isPresent()) {
            frame.add(
                    Layer.TRUTH,
                    new Shape.Field(
                            area,
                            vorticity.columns(),
                            vorticity.rows(),
                            values.get(),
                            ColorMap.DIVERGING,
                            vorticity.low(),
                            vorticity.high(),
                            true));
        } else {
            frame.note("this step has no vorticity");
        }
        frame.add(Layer.MAP, new Shape.Rectangle(area, 0, Palette.GRID, 1));
        ColorBar.upright(
                frame,
                new Bounds(FLOW.maxX() + 0.35, area.minY() + 0.4, FLOW.maxX() + 0.75, area.maxY() - 0.5),
                ColorMap.DIVERGING,
                new Range(vorticity.low(), vorticity.high()),
                "vorticity, " + vorticity.unit());
        for (int i = 1; i <= 3; i++) {
            double y = area.minY() + area.height() * i / 4;
            frame.add(Layer.MAP, new Shape.Arrow(area.minX() + 0.15, y, area.minX() + 0.85, y, Palette.DIM, 2));
        }
        text(frame, area.minX() + 0.2, area.maxY() - 0.3, "stream", Anchor.LEFT);
        scaleBar(frame, area);
    }

    private void scaleBar(Frame.Builder frame, Bounds area) {
        double length = atX(extent.left() + 1) - atX(extent.left());
        double right = area.maxX() - 0.4;
        double y = area.minY() + 0.3;
        frame.add(Layer.MAP, new Shape.Polyline(new double[] {right - length, y, right, y}, Palette.TEXT, 2));
        text(frame, right - 0.5 * length, y + 0.12, "1 L", Anchor.ABOVE);
    }

    private void drawRay(Frame.Builder frame, ControlStep step) throws IOException {
        Optional<float[]> markers = episode.values(step.t(), "markers");
        if (markers.isEmpty()) {
            frame.note("this step has no markers of the ray");
            return;
        }
        int count = markers.get().length / 2;
        double[] points = new double[2 * count];
        double minX = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double middleY = 0;
        for (int i = 0; i < count; i++) {
            points[2 * i] = atX(markers.get()[i]);
            points[2 * i + 1] = atY(markers.get()[count + i]);
            minX = Math.min(minX, points[2 * i]);
            maxX = Math.max(maxX, points[2 * i]);
            middleY += points[2 * i + 1] / count;
        }
        frame.add(Layer.TRUTH, new Shape.Polyline(points, Palette.BACKGROUND, 7));
        frame.add(Layer.TRUTH, new Shape.Polyline(points, Palette.ROBOT, 4));
        drawRoot(frame, step, points);
        double half = Math.max(1.2 * (maxX - minX), 1.6);
        double middleX = 0.5 * (minX + maxX) + 0.3;
        frame.focus(new Bounds(middleX - half, middleY - 0.6 * half, middleX + half, middleY + 0.6 * half));
    }

    /** The root, the direction in which it points, and the offset as an arc from there. */
    private void drawRoot(Frame.Builder frame, ControlStep step, double[] points) throws IOException {
        Optional<float[]> root = episode.values(step.t(), "root");
        double x = root.isPresent() ? atX(root.get()[0]) : points[0];
        double y = root.isPresent() ? atY(root.get()[1]) : points[1];
        double offset = scalar(step, "offset");
        if (root.isPresent()) {
            double pitch = root.get()[2];
            double reach = 1.3;
            double ex = x + reach * Math.cos(pitch);
            double ey = y + reach * Math.sin(pitch);
            frame.add(Layer.MAP, new Shape.Polyline(new double[] {x, y, ex, ey}, Palette.SECOND, 2));
            if (Math.abs(offset) > 0.01) {
                drawOffset(frame, x, y, reach, pitch, offset);
            }
        }
        frame.add(Layer.TRUTH, new Shape.Disc(x, y, 0.13, Palette.SECOND, Palette.BACKGROUND, 1.5));
    }

    private static void drawOffset(Frame.Builder frame, double x, double y, double reach, double pitch, double offset) {
        int pieces = 16;
        double[] arc = new double[2 * pieces];
        for (int i = 0; i < pieces; i++) {
            double at = pitch + offset * i / pieces;
            arc[2 * i] = x + reach * Math.cos(at);
            arc[2 * i + 1] = y + reach * Math.sin(at);
        }
        frame.add(Layer.ACTION, new Shape.Polyline(arc, Palette.ACTION, 3));
        double end = pitch + offset;
        frame.add(
                Layer.ACTION,
                new Shape.Arrow(
                        x + reach * Math.cos(end - 0.3 * offset),
                        y + reach * Math.sin(end - 0.3 * offset),
                        x + reach * Math.cos(end),
                        y + reach * Math.sin(end),
                        Palette.ACTION,
                        3));
    }

    /** Arrows on one scale for the whole episode, that of the signal's range. */
    private void drawForces(Frame.Builder frame, ControlStep step) throws IOException {
        Optional<float[]> forces = episode.values(step.t(), "forces");
        if (forces.isEmpty()) {
            return;
        }
        float[] values = forces.get();
        int count = values.length / 4;
        Signal signal = episode.signal("forces").orElseThrow();
        double largest = Math.max(Math.abs(signal.low()), Math.abs(signal.high()));
        int color = Rgba.withOpacity(Palette.GOOD, 0.95);
        for (int i = 0; i < count; i++) {
            double fx = values[2 * count + i];
            double fy = values[3 * count + i];
            double size = Math.hypot(fx, fy);
            if (size < LEAST_FORCE * largest) {
                continue;
            }
            double scale = LONGEST_FORCE / Math.max(largest, size);
            double x = values[i];
            double y = values[count + i];
            frame.add(Layer.TRUTH, new Shape.Arrow(atX(x), atY(y), atX(x + scale * fx), atY(y + scale * fy), color, 2));
        }
    }

    private void drawCharts(Frame.Builder frame, ControlStep step) {
        Curve[] curves = {
            new Curve(name("CT", "thrustCoefficient"), "thrust CT", null, Palette.GOOD),
            new Curve(name("CP", "powerCoefficient"), "power CP", null, Palette.BAD),
            new Curve("offset", "offset, rad", offsetRange(), Palette.ACTION)
        };
        double width = 15.4 / curves.length;
        for (int i = 0; i < curves.length; i++) {
            double left = 0.8 + i * width;
            Bounds area = new Bounds(left, CHARTS_BOTTOM, left + width - 1.1, CHARTS_TOP);
            charts.chart(frame, area, step, curves[i])
                    .level(frame, 0, Palette.GRID, 1.5)
                    .acrossTicks(frame, 5)
                    .nameAcross(frame, history.timeName());
        }
    }

    private String name(String one, String other) {
        return history.column(one).length > 0 ? one : other;
    }

    private Range offsetRange() {
        return episode.signal("offset")
                .map(signal -> new Range(1.1 * signal.low(), 1.1 * signal.high()))
                .orElse(new Range(-1, 1));
    }

    private static void text(Frame.Builder frame, double x, double y, String text, Anchor anchor) {
        frame.add(Layer.MAP, new Shape.Label(x, y, text, 12, anchor, Palette.DIM));
    }

    private static void legend(Frame.Builder frame) {
        frame.legend(Mark.LINE, Palette.ROBOT, "the ray");
        frame.legend(Mark.DISC, Palette.SECOND, "its root and where it points");
        frame.legend(Mark.ARROW, Palette.GOOD, "force of the water on the ray");
        frame.legend(Mark.ARROW, Palette.ACTION, "offset that the muscles impose, as an angle");
        frame.legend(Mark.SQUARE, ColorMap.DIVERGING.color(1, 0, 1), "vorticity: counter-clockwise");
        frame.legend(Mark.SQUARE, ColorMap.DIVERGING.color(0, 0, 1), "clockwise");
    }
}
