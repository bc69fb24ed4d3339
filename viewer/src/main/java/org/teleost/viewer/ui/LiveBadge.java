package org.teleost.viewer.ui;

import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;

/**
 * How a running planner fares, over the top right corner of the world.
 *
 * @param text one line
 */
public record LiveBadge(State state, String text) {
    private static final int PAD = 10;
    private static final int HEIGHT = 26;
    private static final int DOT = 5;

    /** What the view has to do with the planner. */
    public enum State {
        /** The newest step is shown. */
        FOLLOWING,
        /** An older step is shown, the planner goes on. */
        DETACHED,
        /** There is no planner any more. */
        ENDED
    }

    /**
     * Paints over the canvas's picture.
     *
     * @param right right edge in pixels
     * @param top top edge in pixels
     */
    public void paint(Canvas canvas, double right, double top) {
        int color =
                switch (state) {
                    case FOLLOWING -> Palette.GOOD;
                    case DETACHED -> Palette.ACTION;
                    case ENDED -> Palette.DIM;
                };
        double most = Math.max(40, right - 2.0 * PAD);
        String line = canvas.font().shorten(text, Type.BODY, (int) most - 4 * PAD);
        double width = canvas.font().width(line, Type.BODY) + 3.0 * PAD + 2 * DOT;
        double x = right - PAD - width;
        double y = top + 6;
        canvas.box(x, y, x + width, y + HEIGHT, 6, Rgba.withOpacity(Palette.BACKGROUND, 0.9), color, 1.5);
        canvas.disc(x + PAD + DOT, y + 0.5 * HEIGHT, DOT, color, 0, 0);
        canvas.text(x + 2 * PAD + 2 * DOT, y + 18, line, Type.BODY, Palette.TEXT);
    }
}
