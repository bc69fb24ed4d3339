package org.teleost.experiment.report;

/**
 * Points of a figure, joined or not.
 *
 * @param name for the legend; an empty one has no entry there
 * @param x abscissas
 * @param y ordinates, as many; NaN leaves a gap
 * @param style how to draw them
 * @param error half length of a bar through each point, NaN or 0 for none; empty for no bars at all
 */
public record Curve(String name, double[] x, double[] y, Style style, double[] error) {
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
        if (error.length > 0 && error.length != y.length) {
            throw new IllegalArgumentException(
                    "curve " + name + ": y has " + y.length + " values, error " + error.length);
        }
        x = x.clone();
        y = y.clone();
        error = error.clone();
    }

    private Curve(String name, double[] x, double[] y, Style style) {
        this(name, x, y, style, new double[0]);
    }

    /** The same with bars. */
    public Curve withError(double[] halfLengths) {
        return new Curve(name, x, y, style, halfLengths);
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
