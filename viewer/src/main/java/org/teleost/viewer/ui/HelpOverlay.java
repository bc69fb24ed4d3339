package org.teleost.viewer.ui;

import java.util.List;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;

/** The list of keys over the middle of a picture. */
public final class HelpOverlay {
    private static final int ROW = 21;
    private static final int PAD = 22;
    private static final int KEY_WIDTH = 150;

    private HelpOverlay() {}

    /** One key and what it does. */
    public record Line(String keys, String meaning) {}

    /** Paints over the canvas's picture. */
    public static void paint(Canvas canvas, List<Line> lines) {
        int textWidth = lines.stream()
                .mapToInt(line -> canvas.font().width(line.meaning(), Type.BODY))
                .max()
                .orElse(0);
        double width = KEY_WIDTH + textWidth + 2.0 * PAD;
        double height = (lines.size() + 1) * ROW + 2.0 * PAD;
        double x = Math.max(0, 0.5 * (canvas.width() - width));
        double y = Math.max(0, 0.5 * (canvas.height() - height));
        canvas.box(x, y, x + width, y + height, 8, Rgba.withOpacity(Palette.BACKGROUND, 0.96), Palette.BELIEF, 1.5);
        double baseline = y + PAD + 14;
        canvas.text(x + PAD, baseline, "Keys and mouse", Type.TITLE, Palette.TEXT);
        for (HelpOverlay.Line line : lines) {
            baseline += ROW;
            canvas.text(x + PAD, baseline + 6, line.keys(), Type.BODY, Palette.ACTION);
            canvas.text(x + PAD + KEY_WIDTH, baseline + 6, line.meaning(), Type.BODY, Palette.TEXT);
        }
    }
}
