package org.teleost.viewer.ui;

import org.teleost.viewer.scene.Viewport;

/**
 * Where things are in a picture: header on top, world with its legend below on the left, the planner's panel on the
 * right, and a {@link StepBar} at the bottom. A narrow picture has no panel, a low one no legend.
 *
 * @param header title and caption
 * @param world the scene
 * @param legend strip below the scene, null when there is no room
 * @param panel the planner's panel, null when it is off or there is no room
 * @param tree the belief tree, null likewise
 * @param history all series, null likewise
 */
public record PictureLayout(
        Viewport header, Viewport world, Viewport legend, Viewport panel, Viewport tree, Viewport history) {
    public static final int SMALLEST_WIDTH = 160;
    public static final int SMALLEST_HEIGHT = 120;
    public static final int LARGEST_SIDE = 8192;

    private static final int HEADER = 54;
    private static final int PANEL_FROM_WIDTH = 800;
    private static final int LEGEND_FROM_HEIGHT = 400;
    private static final int GAP = 8;

    /**
     * The layout of a picture.
     *
     * @param legendHeight pixels that the legend needs at the width of {@link #worldWidth}
     */
    public static PictureLayout of(int width, int height, double legendHeight, Panels panels) {
        requireSize(width, height);
        boolean high = height >= LEGEND_FROM_HEIGHT;
        double worldWidth = worldWidth(width, panels);
        double bottom = height - (double) StepBar.HEIGHT;
        double top = high ? HEADER : HEADER / 2.0;
        double dockRoom = high && panels.showsDock() ? Math.round(panels.dock() * (bottom - top)) : 0;
        double legendRoom = high && legendHeight > 0 ? legendHeight + GAP : 0;
        double worldBottom = bottom - dockRoom;
        Viewport header = new Viewport(0, 0, width, top);
        Viewport world = new Viewport(GAP, top, worldWidth, Math.max(1, worldBottom - top - legendRoom - GAP));
        Viewport legend = legendRoom > 0 ? new Viewport(GAP, worldBottom - legendRoom, worldWidth, legendHeight) : null;
        Viewport panel = hasSide(width, panels)
                ? new Viewport(world.right() + GAP, top, sideWidth(width, panels), bottom - top - GAP)
                : null;
        Viewport dock = dockRoom > 0 ? new Viewport(GAP, worldBottom, worldWidth, dockRoom - GAP) : null;
        return new PictureLayout(header, world, legend, panel, tree(dock, panels), history(dock, panels));
    }

    private static Viewport tree(Viewport dock, Panels panels) {
        if (dock == null || !panels.shows(Panel.TREE)) {
            return null;
        }
        double width = panels.shows(Panel.HISTORY) ? treeWidth(dock) : dock.width();
        return new Viewport(dock.x(), dock.y(), width, dock.height());
    }

    private static Viewport history(Viewport dock, Panels panels) {
        if (dock == null || !panels.shows(Panel.HISTORY)) {
            return null;
        }
        double x = panels.shows(Panel.TREE) ? dock.x() + treeWidth(dock) + GAP : dock.x();
        return new Viewport(x, dock.y(), dock.right() - x, dock.height());
    }

    private static double treeWidth(Viewport dock) {
        return Math.round(0.52 * dock.width());
    }

    /** Whether a pixel lies on the border between the world and the planner's panel, which can be dragged. */
    public boolean onSideBorder(double x, double y) {
        return panel != null && x >= panel.x() - GAP && x < panel.x() && y >= panel.y() && y < panel.bottom();
    }

    /** Whether a pixel lies on the upper border of tree and history, which can be dragged. */
    public boolean onDockBorder(double x, double y) {
        Viewport left = tree != null ? tree : history;
        return left != null && y >= left.y() - GAP && y < left.y() + 2 && x >= world.x() && x < world.right();
    }

    /** Throws when no picture of this size can be laid out. */
    public static void requireSize(int width, int height) {
        if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new IllegalArgumentException("size=" + width + "x" + height + "; allowed range " + SMALLEST_WIDTH
                    + "x" + SMALLEST_HEIGHT + " to " + LARGEST_SIDE + "x" + LARGEST_SIDE);
        }
    }

    /** Width of the world's viewport in a picture of this width. */
    public static double worldWidth(int width, Panels panels) {
        return hasSide(width, panels) ? width - sideWidth(width, panels) - 3.0 * GAP : width - 2.0 * GAP;
    }

    private static boolean hasSide(int width, Panels panels) {
        return width >= PANEL_FROM_WIDTH && panels.shows(Panel.PLANNER);
    }

    private static double sideWidth(int width, Panels panels) {
        return Math.round(panels.side() > 0 ? panels.side() * width : Math.max(330, Math.min(460, 0.31 * width)));
    }
}
