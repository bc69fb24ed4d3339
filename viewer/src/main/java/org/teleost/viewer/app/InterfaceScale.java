package org.teleost.viewer.app;

import org.teleost.viewer.ui.PictureLayout;

/** How large text and panels are: what the screen asks for, times what the user makes of it. Owned by one thread. */
final class InterfaceScale {
    /** Sizes that one can still tell apart. */
    private static final double STEP = 1.1;

    private double screen = 1;
    private int steps;

    /** What the screen asks for: pixels per unit. */
    void setScreen(double pixelsPerUnit) {
        if (pixelsPerUnit > 0 && Double.isFinite(pixelsPerUnit)) {
            screen = pixelsPerUnit;
        }
    }

    /** Enlarges by steps, shrinks by negative ones, as far as the range goes. */
    void enlarge(int by) {
        double wanted = screen * Math.pow(STEP, steps + by);
        if (wanted >= PictureLayout.LEAST_SCALE && wanted <= PictureLayout.MOST_SCALE) {
            steps += by;
        }
    }

    void setSteps(int chosen) {
        steps = Math.max(-20, Math.min(20, chosen));
    }

    /** What the user made of it. */
    int steps() {
        return steps;
    }

    /** Pixels per unit in a picture of this size: never so many that it can't be laid out. */
    double in(int width, int height) {
        double most = Math.min(
                width / (double) PictureLayout.SMALLEST_WIDTH, height / (double) PictureLayout.SMALLEST_HEIGHT);
        double wanted = screen * Math.pow(STEP, steps);
        return Math.max(PictureLayout.LEAST_SCALE, Math.min(Math.min(most, PictureLayout.MOST_SCALE), wanted));
    }
}
