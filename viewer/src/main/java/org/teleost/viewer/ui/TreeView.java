package org.teleost.viewer.ui;

import java.util.List;
import java.util.Optional;
import org.teleost.viewer.scene.TreeOutline;
import org.teleost.viewer.scene.Viewport;
import org.teleost.viewer.source.TreeRecord;

/** What the tree panel shows and how far it is scrolled; answers clicks and the wheel. Owned by one thread. */
public final class TreeView {
    private static final int LINES_PER_NOTCH = 3;

    private TreeOutline outline;
    private List<String> reason = List.of();
    private int first;

    /**
     * Shows a decision's tree, folded up but for the root and the chosen action.
     *
     * @param tree empty when none was recorded
     * @param chosenAction id of the chosen action
     * @param why sentences that explain the choice
     */
    public void show(Optional<TreeRecord> tree, int chosenAction, List<String> why) {
        outline = tree.map(rows -> new TreeOutline(rows, chosenAction)).orElse(null);
        reason = List.copyOf(why);
        first = 0;
    }

    /** The lines, null when there is no tree. */
    public TreeOutline outline() {
        return outline;
    }

    List<String> reason() {
        return reason;
    }

    /** First line that is drawn in an area of this many lines. */
    int first(int linesShown) {
        first = Math.max(0, Math.min(first, (outline == null ? 0 : outline.lineCount()) - linesShown));
        return first;
    }

    /** Scrolls by notches of the wheel, up is positive. */
    public void scroll(double notches) {
        first = Math.max(0, (int) Math.round(first - LINES_PER_NOTCH * notches));
    }

    /** Scrolls to a line. */
    public void scrollTo(int line) {
        first = Math.max(0, line);
    }

    /**
     * A click at a pixel of the panel folds or unfolds the line there; on the scroll bar it scrolls. True on the bar.
     */
    public boolean click(double x, double y, Viewport area) {
        if (outline == null) {
            return false;
        }
        if (x >= area.right() - TreePanel.BAR_ROOM) {
            drag(y, area);
            return true;
        }
        int line = TreePanel.line(y, area, this);
        if (line >= 0 && line < outline.lineCount() && outline.hasChildren(outline.row(line))) {
            outline.toggle(outline.row(line));
        }
        return false;
    }

    /** Moves the scroll bar to a pixel row. */
    public void drag(double y, Viewport area) {
        if (outline != null) {
            double top = TreePanel.linesTop(area, this);
            double share = (y - top) / Math.max(1, area.bottom() - top);
            int shown = TreePanel.linesShown(area, this);
            scrollTo((int) Math.round(share * outline.lineCount() - 0.5 * shown));
        }
    }
}
