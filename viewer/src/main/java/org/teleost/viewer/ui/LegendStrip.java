package org.teleost.viewer.ui;

import java.util.List;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.scene.ColorMap;
import org.teleost.viewer.scene.LegendEntry;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Viewport;

/** Explains the marks of a scene: entries in lines, as many per line as fit. */
final class LegendStrip {
    private static final int LINE = 20;
    private static final int MARK = 24;
    private static final int BETWEEN = 20;

    private LegendStrip() {}

    /** Pixels that the entries need at this width. */
    static double height(List<LegendEntry> entries, double width, Font font) {
        if (entries.isEmpty()) {
            return 0;
        }
        double x = 0;
        int lines = 1;
        for (LegendEntry entry : entries) {
            double needed = width(entry, font);
            if (x > 0 && x + needed > width) {
                x = 0;
                lines++;
            }
            x += needed + BETWEEN;
        }
        return lines * (double) LINE;
    }

    static void paint(Canvas canvas, List<LegendEntry> entries, Viewport area) {
        double x = area.x();
        double y = area.y();
        for (LegendEntry entry : entries) {
            double needed = width(entry, canvas.font());
            if (x > area.x() && x + needed > area.right()) {
                x = area.x();
                y += LINE;
            }
            mark(canvas, entry, x + 8, y + 0.5 * LINE);
            double room = area.right() - x - MARK;
            canvas.textWithin(x + MARK, y + 0.5 * LINE + 5, entry.text(), Type.BODY, Palette.TEXT, room);
            x += needed + BETWEEN;
        }
    }

    private static double width(LegendEntry entry, Font font) {
        return MARK + (double) font.width(entry.text(), Type.BODY);
    }

    private static void mark(Canvas canvas, LegendEntry entry, double x, double y) {
        int color = entry.color();
        switch (entry.mark()) {
            case DISC -> canvas.disc(x, y, 6, color, 0, 0);
            case RING -> canvas.disc(x, y, 5.5, 0, color, 2.5);
            case SQUARE -> canvas.box(x - 6, y - 6, x + 6, y + 6, color);
            case BOX -> canvas.box(x - 5.5, y - 5.5, x + 5.5, y + 5.5, 0, 0, color, 2.5);
            case LINE -> canvas.segment(x - 7, y, x + 7, y, 2.5, color);
            case ARROW -> {
                canvas.segment(x - 7, y, x + 1, y, 3, color);
                canvas.triangle(x + 8, y, x, y - 5, x, y + 5, color);
            }
            case DOTS -> {
                canvas.disc(x - 4, y + 3, 2.4, color, 0, 0);
                canvas.disc(x + 1, y - 3, 2.4, color, 0, 0);
                canvas.disc(x + 5, y + 2, 2.4, color, 0, 0);
            }
            case SHADE -> {
                for (int i = 0; i < 5; i++) {
                    double left = x - 8 + 4.0 * i;
                    canvas.box(left, y - 6, left + 4, y + 6, ColorMap.SHADE.color(0.25 * i, 0, 1));
                }
            }
            case LEVEL -> {
                canvas.box(x - 6, y, x + 6, y + 7, color);
                canvas.box(x - 6, y - 7, x + 6, y + 7, 0, 0, Rgba.withOpacity(Palette.TEXT, 0.7), 1);
            }
        }
    }
}
