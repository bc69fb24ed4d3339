package org.teleost.viewer.ui;

import java.util.List;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;

/** The list of keys over the middle of a picture: in two columns where there is room, on pages where they don't fit. */
public final class HelpOverlay {
    private static final int ROW = 20;
    private static final int PAD = 16;
    private static final int HEAD = 26;
    private static final int KEY_WIDTH = 145;
    private static final int COLUMN = 440;

    private HelpOverlay() {}

    /** One key and what it does. */
    public record Line(String keys, String meaning) {}

    /** Pages that the lines need in a picture of this size. */
    public static int pages(int width, int height, int lines) {
        int perPage = rows(height) * columns(width, height, lines);
        return Math.max(1, (lines + perPage - 1) / perPage);
    }

    private static int rows(int height) {
        return Math.max(1, (height - 2 * PAD - HEAD) / ROW);
    }

    private static int columns(int width, int height, int lines) {
        return lines > rows(height) && width >= 2 * COLUMN + 3 * PAD ? 2 : 1;
    }

    /** Paints a page, counted from 0, over the canvas's picture. */
    public static void paint(Canvas canvas, List<Line> lines, int page) {
        int columns = columns(canvas.width(), canvas.height(), lines.size());
        int pages = pages(canvas.width(), canvas.height(), lines.size());
        int rows = Math.min(rows(canvas.height()), (lines.size() + columns - 1) / columns);
        double column = Math.min(COLUMN, (canvas.width() - (columns + 1.0) * PAD) / columns);
        double width = columns * (column + PAD) + PAD;
        double height = rows * (double) ROW + HEAD + 2 * PAD;
        double x = Math.max(0, 0.5 * (canvas.width() - width));
        double y = Math.max(0, 0.5 * (canvas.height() - height));
        canvas.box(x, y, x + width, y + height, 8, Rgba.withOpacity(Palette.BACKGROUND, 0.96), Palette.BELIEF, 1.5);
        canvas.tips().add(x, y, x + width, y + height, (atX, atY) -> " ");
        String title = "Keys and mouse" + (pages > 1 ? ", page " + (page + 1) + " of " + pages + ": F1 turns" : "");
        canvas.textWithin(x + PAD, y + PAD + 14, title, Type.TITLE, Palette.TEXT, width - 2 * PAD);
        double keyWidth = Math.min(KEY_WIDTH, 0.4 * column);
        int first = page * rows * columns;
        for (int i = first; i < Math.min(lines.size(), first + rows * columns); i++) {
            int at = (i - first) / rows;
            double left = x + PAD + at * (column + PAD);
            double baseline = y + PAD + HEAD + (i - first - at * rows + 1) * ROW - 5;
            canvas.textWithin(left, baseline, lines.get(i).keys(), Type.BODY, Palette.ACTION, keyWidth - 8);
            canvas.textWithin(
                    left + keyWidth, baseline, lines.get(i).meaning(), Type.BODY, Palette.TEXT, column - keyWidth);
        }
    }
}
