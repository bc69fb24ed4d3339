package org.teleost.viewer.ui;

import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Viewport;

/** The bar at the bottom of a picture: where in the episode it is, and the place to scrub. */
public final class StepBar {
    static final int HEIGHT = 26;

    private static final int PAD = 10;
    private static final int SOURCE_WIDTH = 190;
    private static final int SOURCE_FROM_WIDTH = 560;
    private static final int LEAST_TRACK = 60;
    private static final String WIDEST = "step 000000 of 0 to 000000";

    private StepBar() {}

    /** Where the bar is in a picture. */
    public static Viewport area(int width, int height) {
        return new Viewport(0, Math.max(0, height - HEIGHT), Math.max(1, width), HEIGHT);
    }

    /** The step under a pixel column, clamped to the episode. */
    public static long step(double x, int width, Font font, long stepCount) {
        double left = left(font);
        double share = (x - left) / Math.max(1, right(width) - left);
        return Math.round(Math.max(0, Math.min(1, share)) * Math.max(0, stepCount - 1));
    }

    /** The pixel column of a step. */
    public static double x(long step, int width, Font font, long stepCount) {
        double left = left(font);
        return left + (stepCount < 2 ? 0 : (double) step / (stepCount - 1)) * (right(width) - left);
    }

    private static double left(Font font) {
        return 2 * PAD + (double) font.width(WIDEST, Type.BODY);
    }

    private static double right(int width) {
        return width - 2.0 * PAD - (width >= SOURCE_FROM_WIDTH ? SOURCE_WIDTH : 0);
    }

    static void paint(Canvas canvas, StepView view) {
        Viewport area = area(canvas.width(), canvas.height());
        String text = "step " + view.step() + " of 0 to " + Math.max(0, view.stepCount() - 1);
        double baseline = area.y() + 17;
        canvas.text(PAD, baseline, text, Type.BODY, Palette.TEXT);
        double left = left(canvas.font());
        double right = right(canvas.width());
        if (right - left < LEAST_TRACK) {
            return;
        }
        if (canvas.width() >= SOURCE_FROM_WIDTH) {
            double sourceWidth = Math.min(SOURCE_WIDTH, canvas.font().width(view.source(), Type.SMALL));
            double sourceX = area.right() - PAD - sourceWidth;
            canvas.textWithin(sourceX, baseline, view.source(), Type.SMALL, Palette.DIM, sourceWidth);
        }
        double y = area.y() + 0.5 * area.height();
        double now = x(view.step(), canvas.width(), canvas.font(), view.stepCount());
        canvas.tips()
                .add(
                        left,
                        area.y(),
                        right,
                        area.bottom(),
                        (atX, atY) -> "step " + step(atX, canvas.width(), canvas.font(), view.stepCount())
                                + ": click, or drag");
        canvas.segment(left, y, right, y, 4, Palette.GRID);
        canvas.segment(left, y, now, y, 4, Palette.BELIEF);
        canvas.disc(now, y, 6, Palette.ACTION, 0, 0);
    }

    /** A line of text over the bar. */
    public static void notice(Canvas canvas, String text) {
        Viewport area = area(canvas.width(), canvas.height());
        double width = canvas.font().width(text, Type.BODY) + 2.0 * PAD;
        double x = Math.max(0, 0.5 * (canvas.width() - width));
        double y = area.y() - 34;
        canvas.box(x, y, x + width, y + 28, 6, Rgba.withOpacity(Palette.BACKGROUND, 0.95), Palette.GOOD, 1.5);
        canvas.textWithin(x + PAD, y + 19, text, Type.BODY, Palette.TEXT, canvas.width() - 2.0 * PAD);
    }
}
