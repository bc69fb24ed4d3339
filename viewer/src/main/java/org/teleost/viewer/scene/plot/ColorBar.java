package org.teleost.viewer.scene.plot;

import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.ColorMap;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;

/** The colours of a field from low to high, with numbers. */
public final class ColorBar {
    private static final int CELLS = 128;

    private ColorBar() {}

    /** A bar from left to right, its numbers below and its title above. */
    public static void across(Frame.Builder frame, Bounds area, ColorMap colors, Range range, String title) {
        cells(frame, area, colors, range, CELLS, 1);
        Ticks ticks = Ticks.of(range, 5);
        for (int i = 0; i < ticks.values().size(); i++) {
            double at = area.minX() + range.share(ticks.values().get(i)) * area.width();
            label(frame, at, area.minY() - 0.1, ticks.texts().get(i), Anchor.BELOW, Palette.DIM);
        }
        label(frame, area.minX(), area.maxY() + 0.26, title, Anchor.LEFT, Palette.TEXT);
    }

    /** A bar from bottom to top, its numbers on the right and its title above. */
    public static void upright(Frame.Builder frame, Bounds area, ColorMap colors, Range range, String title) {
        cells(frame, area, colors, range, 1, CELLS);
        Ticks ticks = Ticks.of(range, 9);
        for (int i = 0; i < ticks.values().size(); i++) {
            double at = area.minY() + range.share(ticks.values().get(i)) * area.height();
            label(frame, area.maxX() + 0.12, at, ticks.texts().get(i), Anchor.LEFT, Palette.DIM);
        }
        label(frame, area.minX(), area.maxY() + 0.26, title, Anchor.LEFT, Palette.TEXT);
    }

    private static void cells(Frame.Builder frame, Bounds area, ColorMap colors, Range range, int columns, int rows) {
        float[] values = new float[CELLS];
        for (int i = 0; i < CELLS; i++) {
            values[i] = (float) (range.low() + (i + 0.5) / CELLS * range.width());
        }
        frame.add(Layer.MAP, new Shape.Field(area, columns, rows, values, colors, range.low(), range.high()));
        frame.add(Layer.MAP, new Shape.Rectangle(area, 0, Palette.GRID, 1));
    }

    private static void label(Frame.Builder frame, double x, double y, String text, Anchor anchor, int color) {
        frame.add(Layer.MAP, new Shape.Label(x, y, text, Chart.SMALL, anchor, color));
    }
}
