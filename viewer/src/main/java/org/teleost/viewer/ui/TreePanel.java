package org.teleost.viewer.ui;

import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.TreeOutline;
import org.teleost.viewer.scene.Viewport;
import org.teleost.viewer.source.TreeRecord;

/** The belief tree, a line per belief or action. Only the lines in sight are built, however many there are. */
final class TreePanel {
    /** Pixels at the right edge that belong to the scroll bar. */
    static final int BAR_ROOM = 14;

    private static final int LINE = 19;
    private static final int PAD = 10;
    private static final int HEAD = 24;
    private static final int REASON = 16;
    private static final int COLUMNS = 20;
    private static final int INDENT = 14;
    private static final int DEEPEST_INDENT = 12;
    private static final int COLUMN = 66;
    private static final int NARROW_COLUMN = 52;
    private static final int NARROW = 420;
    private static final int LEAST_BAR = 18;

    private final Canvas canvas;

    TreePanel(Canvas canvas) {
        this.canvas = canvas;
    }

    /** Pixel row where the lines begin. */
    static double linesTop(Viewport area, TreeView view) {
        return area.y() + HEAD + COLUMNS + REASON * (double) view.reason().size();
    }

    static int linesShown(Viewport area, TreeView view) {
        return (int) Math.max(1, (area.bottom() - linesTop(area, view)) / LINE);
    }

    /** Line at a pixel row, -1 above the lines. */
    static int line(double y, Viewport area, TreeView view) {
        double below = y - linesTop(area, view);
        return below < 0 ? -1 : view.first(linesShown(area, view)) + (int) (below / LINE);
    }

    void paint(TreeView view, Viewport area) {
        canvas.clip(area.x(), area.y(), area.width(), area.height());
        canvas.box(area.x(), area.y(), area.right(), area.bottom(), Palette.PANEL);
        TreeOutline outline = view.outline();
        double x = area.x() + PAD;
        double headEnd = canvas.text(x, area.y() + 17, "Belief tree", Type.HEADING, Palette.TEXT);
        String count = outline == null
                ? "not in this trace; record it with teleost plan --trace-tree N"
                : PlanFacts.count(outline.tree().rows()) + " most visited of "
                        + PlanFacts.count((double) outline.tree().total()) + " rows";
        canvas.textWithin(headEnd + 12, area.y() + 17, count, Type.SMALL, Palette.DIM, area.right() - headEnd - 22);
        double y = area.y() + HEAD;
        for (String sentence : view.reason()) {
            canvas.textWithin(x, y + 11, sentence, Type.BODY, Palette.ACTION, area.width() - 2 * PAD);
            y += REASON;
        }
        if (outline != null) {
            heads(area, y + 13);
            lines(view, outline, area);
        }
        canvas.noClip();
    }

    private void heads(Viewport area, double baseline) {
        double room = column(area, 3) - area.x() - PAD;
        canvas.textWithin(area.x() + PAD, baseline, "action, then observation", Type.SMALL, Palette.DIM, room);
        right("N", column(area, 2), baseline, Type.SMALL, Palette.DIM);
        right("Q, V", column(area, 1), baseline, Type.SMALL, Palette.DIM);
        right("policy", column(area, 0), baseline, Type.SMALL, Palette.DIM);
    }

    /** Right end of a column, counted from the right. */
    private static double column(Viewport area, int index) {
        double width = area.width() < NARROW ? NARROW_COLUMN : COLUMN;
        return area.right() - BAR_ROOM - 4.0 - index * width;
    }

    private void lines(TreeView view, TreeOutline outline, Viewport area) {
        int shown = linesShown(area, view);
        int first = view.first(shown);
        int end = Math.min(outline.lineCount(), first + shown + 1);
        double y = linesTop(area, view);
        for (int line = first; line < end; line++) {
            line(outline, outline.row(line), y, area);
            y += LINE;
        }
        if (outline.lineCount() > shown) {
            bar(linesTop(area, view), area, first, shown, outline.lineCount());
        }
    }

    private void line(TreeOutline outline, int row, double y, Viewport area) {
        TreeRecord tree = outline.tree();
        canvas.tips().add(area.x(), y, area.right() - BAR_ROOM, y + LINE, (atX, atY) -> words(outline, row));
        boolean chosen = outline.isChosen(row);
        if (chosen) {
            int color = Rgba.withOpacity(Palette.ACTION, 0.12);
            canvas.box(area.x() + 2, y, area.right() - BAR_ROOM, y + LINE, 3, color, 0, 0);
        }
        double x = area.x() + PAD + INDENT * Math.min(DEEPEST_INDENT, outline.level(row));
        double middle = y + 0.5 * LINE;
        if (outline.hasChildren(row)) {
            mark(x, middle, outline.isUnfolded(row));
        }
        double baseline = middle + 5;
        boolean action = tree.isAction(row);
        int color = chosen || action ? Palette.ACTION : Palette.BELIEF;
        double room = column(area, 3) + 12 - (x + 14);
        if (room > 20) {
            canvas.textWithin(x + 14, baseline, text(tree, row), Type.BODY, color, room);
        }
        right(PlanFacts.count(tree.visits()[row]), column(area, 2), baseline, Type.BODY, Palette.TEXT);
        right(PlanFacts.number(tree.values()[row]), column(area, 1), baseline, Type.BODY, Palette.TEXT);
        if (action) {
            String share = PlanFacts.percent(tree.probabilities()[row]);
            right(share, column(area, 0), baseline, Type.BODY, Palette.DIM);
        }
    }

    private static String words(TreeOutline outline, int row) {
        TreeRecord tree = outline.tree();
        boolean action = tree.isAction(row);
        return text(tree, row) + (outline.isChosen(row) ? "\nchosen" : "") + (action ? "\nQ " : "\nV ")
                + PlanFacts.number(tree.values()[row]) + ", visits " + PlanFacts.count(tree.visits()[row])
                + (action ? "\nshare of the policy " + PlanFacts.percent(tree.probabilities()[row]) : "")
                + (outline.hasChildren(row) ? "\nclick: fold, unfold" : "");
    }

    private static String text(TreeRecord tree, int row) {
        return row == 0 ? "belief now" : tree.texts()[row];
    }

    private void mark(double x, double y, boolean unfolded) {
        if (unfolded) {
            canvas.triangle(x, y - 3, x + 9, y - 3, x + 4.5, y + 4, Palette.DIM);
        } else {
            canvas.triangle(x + 1, y - 5, x + 8, y, x + 1, y + 5, Palette.DIM);
        }
    }

    private void right(String text, double end, double baseline, int size, int color) {
        canvas.text(end - canvas.font().width(text, size), baseline, text, size, color);
    }

    private void bar(double top, Viewport area, int first, int shown, int count) {
        double x = area.right() - 9;
        double height = area.bottom() - top - 4;
        double length = Math.max(LEAST_BAR, height * shown / count);
        double at = top + (height - length) * first / Math.max(1, count - shown);
        canvas.box(x, top, x + 5, top + height, 2, Palette.GROUND, 0, 0);
        canvas.box(x, at, x + 5, at + length, 2, Palette.DIM, 0, 0);
    }
}
