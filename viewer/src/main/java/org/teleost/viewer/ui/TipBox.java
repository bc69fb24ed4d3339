package org.teleost.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;

/** What is said about the place under the pointer, in a small box beside it that never leaves the picture. */
public final class TipBox {
    private static final int ROW = 17;
    private static final int PAD = 8;
    private static final int AWAY = 16;
    private static final int WIDEST = 420;
    private static final int MOST_LINES = 14;

    /** A text may be as long as its sender liked. */
    private static final int MOST_CHARACTERS = 2_000;

    private TipBox() {}

    /** Paints lines of text beside a place. */
    public static void paint(Canvas canvas, double x, double y, String text) {
        double most = Math.min(WIDEST, canvas.width() - 4.0 * PAD);
        List<String> lines = lines(text, canvas.font(), most);
        double width = 2 * PAD;
        for (String line : lines) {
            width = Math.max(width, 2 * PAD + canvas.font().width(line, Type.BODY));
        }
        double height = lines.size() * (double) ROW + PAD;
        double left = x + AWAY + width > canvas.width() ? x - AWAY - width : x + AWAY;
        double top = y + AWAY + height > canvas.height() ? y - AWAY - height : y + AWAY;
        left = Math.max(0, Math.min(left, canvas.width() - width));
        top = Math.max(0, Math.min(top, canvas.height() - height));
        canvas.box(
                left, top, left + width, top + height, 4, Rgba.withOpacity(Palette.BACKGROUND, 0.95), Palette.DIM, 1);
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(left + PAD, top + (i + 1) * ROW - 2, lines.get(i), Type.BODY, Palette.TEXT);
        }
    }

    /** Broken between words, within words that are too long themselves. */
    static List<String> lines(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String shown = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        for (String paragraph : shown.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() > 0 && font.width(line + " " + word, Type.BODY) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
                breakUp(line, lines, font, width);
            }
            lines.add(line.toString());
        }
        return lines.size() <= MOST_LINES && shown.length() == text.length()
                ? lines
                : withEllipsis(lines.subList(0, Math.min(MOST_LINES, lines.size())));
    }

    private static void breakUp(StringBuilder line, List<String> lines, Font font, double width) {
        while (line.length() > 1 && font.width(line.toString(), Type.BODY) > width) {
            int fits = line.length() - 1;
            while (fits > 1 && font.width(line.substring(0, fits), Type.BODY) > width) {
                fits--;
            }
            lines.add(line.substring(0, fits));
            line.delete(0, fits);
        }
    }

    private static List<String> withEllipsis(List<String> lines) {
        List<String> cut = new ArrayList<>(lines);
        int last = cut.size() - 1;
        cut.set(last, cut.get(last) + " \u2026");
        return cut;
    }
}
