package org.teleost.viewer.scene;

/**
 * Spreads particles of a discrete place over its cell: a fixed low-discrepancy sequence (Roberts' R2), so that a
 * picture is the same every time and no two particles hide each other.
 */
public final class Scatter {
    private static final double PLASTIC = 1.32471795724474602596;

    private Scatter() {}

    /** Offset in x of particle {@code i}, in [-0.5, 0.5). */
    public static double x(int i) {
        return fraction(i / PLASTIC) - 0.5;
    }

    /** Offset in y of particle {@code i}, in [-0.5, 0.5). */
    public static double y(int i) {
        return fraction(i / (PLASTIC * PLASTIC)) - 0.5;
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
