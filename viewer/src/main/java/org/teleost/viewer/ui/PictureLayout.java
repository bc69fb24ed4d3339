package org.teleost.viewer.ui;

import org.teleost.viewer.scene.Viewport;

/**
 * Where things are in a picture: header on top, world with its legend below on the left, the planner's panel on the
 * right, and a {@link StepBar} at the bottom. A narrow picture has no panel, a low one no legend.
 *
 * @param header title and caption
 * @param world the scene
 * @param legend strip below the scene, null when there is no room
 * @param panel the planner's panel, null when there is no room
 */
public record PictureLayout(Viewport header, Viewport world, Viewport legend, Viewport panel) {
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
    public static PictureLayout of(int width, int height, double legendHeight) {
        requireSize(width, height);
        double worldWidth = worldWidth(width);
        double bottom = height - (double) StepBar.HEIGHT;
        double legendRoom = height >= LEGEND_FROM_HEIGHT && legendHeight > 0 ? legendHeight + GAP : 0;
        double top = height >= LEGEND_FROM_HEIGHT ? HEADER : HEADER / 2.0;
        Viewport header = new Viewport(0, 0, width, top);
        Viewport world = new Viewport(GAP, top, worldWidth, bottom - top - legendRoom - GAP);
        Viewport legend = legendRoom > 0 ? new Viewport(GAP, bottom - legendRoom, worldWidth, legendHeight) : null;
        Viewport panel = width < PANEL_FROM_WIDTH
                ? null
                : new Viewport(world.right() + GAP, top, panelWidth(width), bottom - top - GAP);
        return new PictureLayout(header, world, legend, panel);
    }

    /** Throws when no picture of this size can be laid out. */
    public static void requireSize(int width, int height) {
        if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new IllegalArgumentException("size=" + width + "x" + height + "; allowed range " + SMALLEST_WIDTH
                    + "x" + SMALLEST_HEIGHT + " to " + LARGEST_SIDE + "x" + LARGEST_SIDE);
        }
    }

    /** Width of the world's viewport in a picture of this width. */
    public static double worldWidth(int width) {
        return width < PANEL_FROM_WIDTH ? width - 2.0 * GAP : width - panelWidth(width) - 3.0 * GAP;
    }

    private static double panelWidth(int width) {
        return Math.round(Math.max(330, Math.min(460, 0.31 * width)));
    }
}
