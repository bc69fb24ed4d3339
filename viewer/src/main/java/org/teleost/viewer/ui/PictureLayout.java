package org.teleost.viewer.ui;

import org.teleost.viewer.scene.Viewport;

/**
 * Where things are in a picture: header on top, world with its legend below on the left, the planner's panel on the
 * right, and a {@link StepBar} at the bottom. A narrow picture has no panel, a low one no legend.
 *
 * <p>Everything is in units of the canvas, which are pixels at scale 1.
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
    public static final double LEAST_SCALE = 0.5;
    public static final double MOST_SCALE = 4;

    private static final int HEADER = 54;
    private static final int PANEL_FROM_WIDTH = 600;

    /** What is left to the world where the window is narrow. */
    private static final double LEAST_WORLD = 0.52;

    private static final int LEGEND_FROM_HEIGHT = 400;
    private static final int LEAST_WORLD_HEIGHT = 180;
    private static final int BOTH_FROM_WIDTH = 560;
    private static final int GAP = 8;

    /**
     * The layout of a picture.
     *
     * @param legendHeight pixels that the legend needs at the width of {@link #worldWidth}
     */
    public static PictureLayout of(int width, int height, double legendHeight, Panels panels) {
        requireSize(width, height, 1);
        boolean high = height >= LEGEND_FROM_HEIGHT;
        double worldWidth = worldWidth(width, panels);
        double bottom = height - (double) StepBar.HEIGHT;
        double top = high ? HEADER : HEADER / 2.0;
        double dockRoom = high && panels.showsDock() ? Math.round(panels.dock() * (bottom - top)) : 0;
        double worldBottom = bottom - dockRoom;
        boolean legendFits = worldBottom - top - legendHeight - GAP >= Math.max(LEAST_WORLD_HEIGHT, 1.5 * legendHeight);
        double legendRoom = high && legendHeight > 0 && legendFits ? legendHeight + GAP : 0;
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
        boolean both = panels.shows(Panel.HISTORY) && dock.width() >= BOTH_FROM_WIDTH;
        double width = both ? treeWidth(dock) : dock.width();
        return new Viewport(dock.x(), dock.y(), width, dock.height());
    }

    private static Viewport history(Viewport dock, Panels panels) {
        boolean narrow = dock != null && panels.shows(Panel.TREE) && dock.width() < BOTH_FROM_WIDTH;
        if (dock == null || narrow || !panels.shows(Panel.HISTORY)) {
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

    /**
     * Throws when no picture of this size can be laid out.
     *
     * @param width pixels
     * @param height pixels
     * @param scale pixels per unit
     */
    public static void requireSize(int width, int height, double scale) {
        if (!(scale >= LEAST_SCALE && scale <= MOST_SCALE)) {
            throw new IllegalArgumentException(
                    "scale=" + scale + "; allowed range " + LEAST_SCALE + " to " + MOST_SCALE);
        }
        int leastWidth = (int) Math.ceil(scale * SMALLEST_WIDTH);
        int leastHeight = (int) Math.ceil(scale * SMALLEST_HEIGHT);
        if (width < leastWidth || height < leastHeight || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new IllegalArgumentException("size=" + width + "x" + height + (scale == 1 ? "" : " scale=" + scale)
                    + "; allowed range " + leastWidth + "x" + leastHeight + " to " + LARGEST_SIDE + "x" + LARGEST_SIDE);
        }
    }

    /** Width of the world's viewport in a picture of this width. */
    public static double worldWidth(int width, Panels panels) {
        return hasSide(width, panels) ? width - sideWidth(width, panels) - 3.0 * GAP : width - 2.0 * GAP;
    }

    /** Whether a picture of this size shows all of the panels that are wanted. */
    public static boolean hasRoom(int width, int height, Panels panels) {
        PictureLayout layout = of(width, height, 0, panels);
        return panels.shows(Panel.PLANNER) == (layout.panel() != null)
                && panels.shows(Panel.TREE) == (layout.tree() != null)
                && panels.shows(Panel.HISTORY) == (layout.history() != null);
    }

    private static boolean hasSide(int width, Panels panels) {
        return width >= PANEL_FROM_WIDTH && panels.shows(Panel.PLANNER);
    }

    private static double sideWidth(int width, Panels panels) {
        double usual = Math.min(Math.max(330, Math.min(460, 0.31 * width)), (1 - LEAST_WORLD) * width);
        return Math.round(panels.side() > 0 ? panels.side() * width : usual);
    }
}
