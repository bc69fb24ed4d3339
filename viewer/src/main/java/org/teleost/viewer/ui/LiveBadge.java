package org.teleost.viewer.ui;

import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;

/**
 * How a running planner fares, in the top right corner of the picture's header.
 *
 * @param text one line
 */
public record LiveBadge(State state, String text) {
    private static final int PAD = 10;
    private static final int HEIGHT = 26;
    private static final int DOT = 5;

    /** Share of the picture's width. */
    private static final double MOST = 0.6;

    /** What the view has to do with the planner. */
    public enum State {
        /** The newest step is shown. */
        FOLLOWING,
        /** An older step is shown, the planner goes on. */
        DETACHED,
        /** There is no planner any more. */
        ENDED
    }

    /** Pixels that it takes from the header of a picture of this width, at most 60 in a hundred. */
    public double width(Font font, int pictureWidth) {
        return font.width(line(font, pictureWidth), Type.BODY) + 5.0 * PAD;
    }

    private String line(Font font, int pictureWidth) {
        return font.shorten(text, Type.BODY, (int) Math.max(40, MOST * pictureWidth - 5.0 * PAD));
    }

    /** Paints at the right end of the canvas's header. */
    public void paint(Canvas canvas) {
        int color =
                switch (state) {
                    case FOLLOWING -> Palette.GOOD;
                    case DETACHED -> Palette.ACTION;
                    case ENDED -> Palette.DIM;
                };
        String line = line(canvas.font(), canvas.width());
        double width = canvas.font().width(line, Type.BODY) + 3.0 * PAD + 2 * DOT;
        double x = canvas.width() - PAD - width;
        double y = 2;
        canvas.box(x, y, x + width, y + HEIGHT, 6, Rgba.withOpacity(Palette.BACKGROUND, 0.9), color, 1.5);
        canvas.disc(x + PAD + DOT, y + 0.5 * HEIGHT, DOT, color, 0, 0);
        canvas.text(x + 2 * PAD + 2 * DOT, y + 18, line, Type.BODY, Palette.TEXT);
    }
}
