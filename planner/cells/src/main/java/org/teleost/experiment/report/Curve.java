package org.teleost.experiment.report;

/**
 * Points of a figure, joined or not.
 *
 * @param name for the legend; an empty one has no entry there
 * @param x abscissas
 * @param y ordinates, as many; NaN leaves a gap
 * @param style how to draw them
 */
public record Curve(String name, double[] x, double[] y, Style style) {
    /** How to draw points. */
    public enum Style {
        LINE,
        DASHED,
        POINTS,
        LINE_AND_POINTS
    }

    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException("curve " + name + ": x has " + x.length + " values, y " + y.length);
        }
        x = x.clone();
        y = y.clone();
    }

    public static Curve line(String name, double[] x, double[] y) {
        return new Curve(name, x, y, Style.LINE);
    }

    /** A line to compare with: thin, grey and dashed. */
    public static Curve dashed(String name, double[] x, double[] y) {
        return new Curve(name, x, y, Style.DASHED);
    }

    public static Curve points(String name, double[] x, double[] y) {
        return new Curve(name, x, y, Style.POINTS);
    }

    public static Curve lineAndPoints(String name, double[] x, double[] y) {
        return new Curve(name, x, y, Style.LINE_AND_POINTS);
    }
}
