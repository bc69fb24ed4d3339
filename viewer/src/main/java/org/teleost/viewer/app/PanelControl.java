package org.teleost.viewer.app;

import org.teleost.viewer.scene.Viewport;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PictureLayout;
import org.teleost.viewer.ui.TreeView;

/** What the mouse does to the panels: borders are dragged, the tree unfolds and scrolls. */
final class PanelControl {
    private enum Drag {
        NOTHING,
        SIDE,
        DOCK,
        TREE
    }

    private final TreeView tree;
    private Panels panels;
    private Drag drag = Drag.NOTHING;

    PanelControl(Panels panels, TreeView tree) {
        this.panels = panels;
        this.tree = tree;
    }

    Panels panels() {
        return panels;
    }

    void setPanels(Panels changed) {
        panels = changed;
    }

    void toggle(Panel panel) {
        panels = panels.toggled(panel);
    }

    void unfoldAll() {
        if (tree.outline() != null) {
            tree.outline().unfoldAll();
        }
    }

    void foldAll() {
        if (tree.outline() != null) {
            tree.outline().foldAll();
            tree.scrollTo(0);
        }
    }

    /** The left button went down; true when that was meant for a panel. */
    boolean press(double x, double y, PictureLayout layout) {
        drag = Drag.NOTHING;
        if (layout == null) {
            return false;
        }
        if (layout.onSideBorder(x, y)) {
            drag = Drag.SIDE;
        } else if (layout.onDockBorder(x, y)) {
            drag = Drag.DOCK;
        } else if (contains(layout.tree(), x, y)) {
            drag = tree.click(x, y, layout.tree()) ? Drag.TREE : Drag.NOTHING;
            return true;
        }
        return drag != Drag.NOTHING || contains(layout.history(), x, y);
    }

    /** The pointer moved in a picture of this size. */
    void move(double x, double y, PictureLayout layout, int width) {
        switch (drag) {
            case SIDE -> panels = panels.withSide((width - x) / width);
            case DOCK -> {
                Viewport dock = layout.tree() != null ? layout.tree() : layout.history();
                if (dock != null) {
                    double height = dock.bottom() - layout.header().bottom();
                    panels = panels.withDock((dock.bottom() - y) / Math.max(1, height));
                }
            }
            case TREE -> {
                if (layout.tree() != null) {
                    tree.drag(y, layout.tree());
                }
            }
            case NOTHING -> {
                // nothing is held
            }
        }
    }

    void release() {
        drag = Drag.NOTHING;
    }

    /** The wheel turned; true when that was meant for a panel. */
    boolean scroll(double x, double y, double notches, PictureLayout layout) {
        if (layout == null || !contains(layout.tree(), x, y)) {
            return layout != null && contains(layout.history(), x, y);
        }
        tree.scroll(notches);
        return true;
    }

    private static boolean contains(Viewport area, double x, double y) {
        return area != null && area.contains(x, y);
    }
}
