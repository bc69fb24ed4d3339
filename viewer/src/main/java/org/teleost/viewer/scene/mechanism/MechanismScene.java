package org.teleost.viewer.scene.mechanism;

import java.util.List;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.control.ControlScene;
import org.teleost.viewer.scene.control.TimeCharts;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;

/** A mechanism on the left, its curves on the right. */
abstract class MechanismScene extends ControlScene {
    /** Where the mechanism is drawn. */
    protected static final Bounds STAGE = new Bounds(0, 0, 9.2, 10);

    private static final Bounds WORLD = new Bounds(-0.2, -0.2, 16.2, 10.2);
    private static final Bounds CURVES = new Bounds(10.5, 0.1, 15.9, 10.1);
    private static final int TRAIL = 24;

    private final TimeCharts charts = new TimeCharts(history);

    MechanismScene(ControlEpisode episode, String actionName, String actionUnit) {
        super(episode, "", List.of(actionName), actionUnit);
    }

    /** A frame with the empty stage and the curves. */
    protected final Frame.Builder stage(ControlStep step, String title, TimeCharts.Curve... curves) {
        Frame.Builder frame = new Frame.Builder(title, WORLD).caption(caption(step));
        frame.add(Layer.MAP, new Shape.Rectangle(STAGE, Palette.GROUND, Palette.GRID, 1));
        charts.column(frame, CURVES, step, curves);
        return frame.focus(STAGE);
    }

    /** Places of the last steps, the older the fainter. */
    protected final void trail(Frame.Builder frame, ControlStep step, double[] xs, double[] ys) {
        int last = (int) Math.min(step.t(), Math.min(xs.length, ys.length) - 1L);
        int first = Math.max(0, last - TRAIL);
        int count = Math.max(0, last - first);
        float[] px = new float[count];
        float[] py = new float[count];
        int[] colors = new int[count];
        for (int i = 0; i < count; i++) {
            px[i] = (float) xs[first + i];
            py[i] = (float) ys[first + i];
            boolean known = Double.isFinite(xs[first + i] + ys[first + i]);
            colors[i] = Rgba.withOpacity(Palette.BELIEF, known ? 0.7 * (i + 1) / TRAIL : 0);
        }
        frame.add(Layer.TRUTH, new Shape.Points(px, py, colors, 4));
    }

    /** A straight bar. */
    protected static void bar(
            Frame.Builder frame, Layer layer, double x0, double y0, double x1, double y1, int color, double width) {
        frame.add(layer, new Shape.Polyline(new double[] {x0, y0, x1, y1}, color, width));
    }

    /** A text of the stage. */
    protected static void label(Frame.Builder frame, double x, double y, String text, int color) {
        frame.add(Layer.MAP, new Shape.Label(x, y, text, 13, Shape.Anchor.CENTER, color));
    }
}
