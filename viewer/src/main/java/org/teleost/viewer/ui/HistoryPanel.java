package org.teleost.viewer.ui;

import java.util.List;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.Viewport;

/** All series over the steps in a grid, with the cursor at the present step. */
final class HistoryPanel {
    private static final int LEAST_WIDTH = 170;
    private static final int LEAST_HEIGHT = 52;
    private static final int HEAD = 24;
    private static final int PAD = 10;

    private final Canvas canvas;
    private final PlotPanel plots;

    HistoryPanel(Canvas canvas) {
        this.canvas = canvas;
        plots = new PlotPanel(canvas);
    }

    void paint(List<Series> series, long step, Viewport area) {
        canvas.clip(area.x(), area.y(), area.width(), area.height());
        canvas.box(area.x(), area.y(), area.right(), area.bottom(), Palette.PANEL);
        double end = canvas.text(area.x() + PAD, area.y() + 17, "History", Type.HEADING, Palette.TEXT);
        String budget = "red: past the deadline; dashed: budget";
        boolean limited = series.stream().anyMatch(one -> Double.isFinite(one.limit()));
        canvas.textWithin(
                end + 12, area.y() + 17, limited ? budget : "", Type.SMALL, Palette.DIM, area.right() - end - 22);
        int rowsThatFit = (int) Math.max(1, (area.height() - HEAD) / LEAST_HEIGHT);
        int most = (int) Math.max(1, area.width() / LEAST_WIDTH);
        int columns = Math.max(1, Math.min(most, (series.size() + rowsThatFit - 1) / rowsThatFit));
        int rows = Math.max(1, Math.min(rowsThatFit, (series.size() + columns - 1) / columns));
        double width = area.width() / columns;
        double height = (area.height() - HEAD - 2) / rows;
        for (int i = 0; i < Math.min(series.size(), rows * columns); i++) {
            int row = i / columns;
            double x = area.x() + (i - row * columns) * width;
            double y = area.y() + HEAD + row * height;
            plots.paint(series.get(i), step, new Viewport(x, y, width, height));
        }
        canvas.noClip();
    }
}
