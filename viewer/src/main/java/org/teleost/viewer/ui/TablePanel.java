package org.teleost.viewer.ui;

import java.util.List;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Viewport;

/** A small table over the world's upper left corner: first row headings, first column names. */
final class TablePanel {
    private static final int ROW = 18;
    private static final int PAD = 8;

    private TablePanel() {}

    /** Width that the table takes at most, so that the world can keep clear of it. */
    static double width(Canvas canvas, List<List<String>> rows) {
        double sum = 2.0 * PAD;
        for (int column = 0; !rows.isEmpty() && column < rows.get(0).size(); column++) {
            sum += columnWidth(canvas, rows, column) + 2 * PAD;
        }
        return sum;
    }

    static double height(List<List<String>> rows) {
        return rows.size() * (double) ROW + PAD;
    }

    static void paint(Canvas canvas, List<List<String>> rows, Viewport area) {
        double height = Math.min(area.height(), height(rows));
        canvas.clip(area.x(), area.y(), area.width(), height);
        canvas.box(area.x(), area.y(), area.right(), area.y() + height, 4, Rgba.withOpacity(Palette.PANEL, 0.95), 0, 0);
        double x = area.x() + PAD;
        for (int column = 0; column < rows.get(0).size(); column++) {
            for (int row = 0; row < rows.size(); row++) {
                int color = row == 0 || column == 0 ? Palette.DIM : Palette.TEXT;
                canvas.text(x, area.y() + ROW * (row + 1) - 3, rows.get(row).get(column), Type.BODY, color);
            }
            x += columnWidth(canvas, rows, column) + 2 * PAD;
        }
        canvas.noClip();
    }

    private static double columnWidth(Canvas canvas, List<List<String>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> canvas.font().width(row.get(column), Type.BODY))
                .max()
                .orElse(0);
    }
}
