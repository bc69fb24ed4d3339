package org.teleost.viewer.ui;

import java.util.List;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.PlanFacts.ActionLine;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Viewport;

/**
 * Actions in the planner's own order, the chosen one first: each with its share of the policy, its value as a number
 * and on a common scale, and its visits as a bar.
 */
final class ActionPanel {
    static final int ROW = 22;
    static final int HEAD = 40;

    private static final int VISITS_WIDTH = 62;
    private static final int VALUE_WIDTH = 58;
    private static final int SHARE_WIDTH = 46;
    private static final int SHARES_FROM_WIDTH = 360;
    private static final int PAD = 10;

    private final Canvas canvas;

    ActionPanel(Canvas canvas) {
        this.canvas = canvas;
    }

    /** Rows that fit into this height. */
    static int rowsIn(double height) {
        return (int) Math.max(0, (height - HEAD) / ROW);
    }

    void paint(PlanFacts facts, Viewport area) {
        List<ActionLine> lines = facts.actions();
        int rows = Math.min(lines.size(), rowsIn(area.height()));
        boolean shares = area.width() >= SHARES_FROM_WIDTH;
        double nameWidth = nameWidth(lines.subList(0, rows), (shares ? 0.34 : 0.42) * area.width());
        double shareX = area.x() + PAD + nameWidth;
        double valueX = shares ? shareX + SHARE_WIDTH : shareX;
        double plotX = valueX + VALUE_WIDTH;
        double visitsX = area.right() - PAD - VISITS_WIDTH;
        double end = canvas.text(area.x() + PAD, area.y() + 18, "Actions", Type.HEADING, Palette.TEXT);
        canvas.textWithin(
                end + 8,
                area.y() + 18,
                facts.ranking() + ", chosen first",
                Type.SMALL,
                Palette.DIM,
                area.right() - end - 8 - PAD);
        double headY = area.y() + 34;
        canvas.text(shareX, headY, shares ? "policy" : "", Type.SMALL, Palette.DIM);
        canvas.text(valueX, headY, "value", Type.SMALL, Palette.DIM);
        canvas.textWithin(plotX + 6, headY, "worst to best", Type.SMALL, Palette.DIM, visitsX - plotX - 20);
        double visitsEnd = visitsX + VISITS_WIDTH - 4;
        canvas.text(visitsEnd - canvas.font().width("visits", Type.SMALL), headY, "visits", Type.SMALL, Palette.DIM);

        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double mostVisits = 1;
        for (ActionLine line : lines.subList(0, rows)) {
            if (Double.isFinite(line.value())) {
                low = Math.min(low, line.value());
                high = Math.max(high, line.value());
            }
            mostVisits = Math.max(mostVisits, Double.isFinite(line.visits()) ? line.visits() : 0);
        }
        double span = high > low ? high - low : 1;
        for (int i = 0; i < rows; i++) {
            ActionLine line = lines.get(i);
            double y = area.y() + HEAD + (i + 0.5) * ROW;
            canvas.tips()
                    .add(
                            area.x(),
                            y - 0.5 * ROW,
                            area.right(),
                            y + 0.5 * ROW,
                            (atX, atY) -> words(line, facts.ranking()));
            name(line, area, y, nameWidth);
            canvas.text(shareX, y + 5, shares ? PlanFacts.percent(line.share()) : "", Type.SMALL, Palette.DIM);
            canvas.text(valueX, y + 5, PlanFacts.number(line.value()), Type.BODY, Palette.TEXT);
            scale(line, y, plotX + 8, visitsX - 14, low, span);
            visits(line, visitsX, y, mostVisits);
        }
    }

    /** As wide as the longest name, within limits. */
    private double nameWidth(List<ActionLine> lines, double most) {
        int widest = 70;
        for (ActionLine line : lines) {
            widest = Math.max(widest, canvas.font().width(nameText(line), Type.BODY));
        }
        return Math.min(widest + 10.0, most);
    }

    private static String words(ActionLine line, String ranking) {
        return line.text() + (line.chosen() ? "\nchosen" : "") + (line.executed() ? "\nexecuted" : "") + "\nvalue "
                + PlanFacts.number(line.value()) + ", visits " + PlanFacts.count(line.visits())
                + "\nshare of the policy "
                + PlanFacts.percent(line.share()) + "\n" + ranking;
    }

    private static String nameText(ActionLine line) {
        return line.executed() && !line.chosen() ? line.text() + " (executed)" : line.text();
    }

    private void name(ActionLine line, Viewport area, double y, double width) {
        int color = line.chosen() ? Palette.ACTION : Palette.TEXT;
        if (line.chosen()) {
            canvas.box(
                    area.x() + 4,
                    y - 0.5 * ROW + 1,
                    area.right() - 4,
                    y + 0.5 * ROW - 1,
                    4,
                    Rgba.withOpacity(Palette.ACTION, 0.1),
                    0,
                    0);
        }
        canvas.textWithin(area.x() + PAD, y + 5, nameText(line), Type.BODY, color, width - 6);
    }

    private void scale(ActionLine line, double y, double left, double right, double low, double span) {
        canvas.segment(left, y, right, y, 1, Palette.GRID);
        if (!Double.isFinite(line.value())) {
            return;
        }
        double scale = (right - left) / span;
        int color = line.chosen() ? Palette.ACTION : Palette.BELIEF;
        canvas.disc(left + scale * (line.value() - low), y, 4, color, 0, 0);
    }

    private void visits(ActionLine line, double x, double y, double most) {
        double share = Double.isFinite(line.visits()) ? line.visits() / most : 0;
        canvas.box(x, y - 7, x + VISITS_WIDTH, y + 7, 2, Palette.GROUND, 0, 0);
        if (share > 0) {
            int color = Rgba.withOpacity(line.chosen() ? Palette.ACTION : Palette.BELIEF, 0.45);
            canvas.box(x, y - 7, x + Math.max(1, share * VISITS_WIDTH), y + 7, 2, color, 0, 0);
        }
        String text = PlanFacts.count(line.visits());
        canvas.text(
                x + VISITS_WIDTH - 4 - canvas.font().width(text, Type.SMALL), y + 4, text, Type.SMALL, Palette.TEXT);
    }
}
