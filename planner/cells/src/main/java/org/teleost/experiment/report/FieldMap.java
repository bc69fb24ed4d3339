package org.teleost.experiment.report;

import java.util.List;

/**
 * A quantity over a plane: colours with a colour bar, lines of equal value, curves and marked points on top.
 *
 * @param name name of its files without their endings
 * @param title one line above it; may be empty
 * @param xLabel abscissa with its unit
 * @param yLabel ordinate with its unit
 * @param x ascending abscissas, two at least
 * @param y ascending ordinates, two at least
 * @param values {@code values[j][i]} at x[i], y[j]; NaN is left white
 * @param colours meaning of the colours
 * @param curves drawn on top, for example a body's outline
 * @param marks points worth seeing
 */
public record FieldMap(
        String name,
        String title,
        String xLabel,
        String yLabel,
        double[] x,
        double[] y,
        double[][] values,
        Colours colours,
        List<Curve> curves,
        List<Mark> marks)
        implements Figure {

    /**
     * Meaning of the colours.
     *
     * @param label of the colour bar, with its unit
     * @param lowest value of the first colour; with {@code highest} NaN for the smallest value of the map
     * @param highest value of the last colour
     * @param diverging blue below zero, white at zero, red above, the range made symmetric; else dark to bright
     * @param isolines number of levels with a line of equal value; 0 for none
     * @param equalScale whether a unit is as long on both axes, as in space
     */
    public record Colours(
            String label, double lowest, double highest, boolean diverging, int isolines, boolean equalScale) {
        /** Dark to bright over the values of the map with lines of equal value, for a quantity over parameters. */
        public static Colours contours(String label) {
            return new Colours(label, Double.NaN, Double.NaN, false, 10, false);
        }

        /** Blue, white, red from {@code -limit} to {@code limit} without lines, for a signed field in space. */
        public static Colours signed(String label, double limit) {
            return new Colours(label, -limit, limit, true, 0, true);
        }
    }

    /** A point with a few words beside it. */
    public record Mark(double x, double y, String text) {}

    public FieldMap {
        FileNames.check(name);
        ascending(name, "x", x);
        ascending(name, "y", y);
        if (values.length != y.length) {
            throw new IllegalArgumentException(
                    "map " + name + ": values has " + values.length + " rows, y " + y.length + " values");
        }
        values = values.clone();
        for (int j = 0; j < values.length; j++) {
            if (values[j].length != x.length) {
                throw new IllegalArgumentException(
                        "map " + name + ": row " + j + " has " + values[j].length + " values, x " + x.length);
            }
            values[j] = values[j].clone();
        }
        x = x.clone();
        y = y.clone();
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    private static void ascending(String map, String axis, double[] values) {
        boolean fine = values.length >= 2;
        for (int i = 1; i < values.length; i++) {
            fine &= values[i] > values[i - 1];
        }
        if (!fine) {
            throw new IllegalArgumentException(
                    "map " + map + ": " + axis + " needs two ascending values at least, count=" + values.length);
        }
    }
}
