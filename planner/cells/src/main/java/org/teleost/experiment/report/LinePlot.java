package org.teleost.experiment.report;

import java.util.List;

/**
 * Curves over a common abscissa.
 *
 * @param name name of its files without their endings
 * @param title one line above it; may be empty
 * @param x abscissa
 * @param y ordinate
 * @param curves in the order of the legend
 */
public record LinePlot(String name, String title, Axis x, Axis y, List<Curve> curves) implements Figure {
    public LinePlot {
        FileNames.check(name);
        curves = List.copyOf(curves);
        for (Curve curve : curves) {
            check(name, curve.name(), x, curve.x());
            check(name, curve.name(), y, curve.y());
            if (y.logarithmic() && curve.error().length > 0) {
                throw new IllegalArgumentException("plot " + name + ", curve " + curve.name()
                        + ": bars of an error have no length on a logarithmic axis");
            }
        }
    }

    private static void check(String plot, String curve, Axis axis, double[] values) {
        for (double value : values) {
            if (axis.logarithmic() && value <= 0.0) {
                throw new IllegalArgumentException("plot " + plot + ", curve " + curve + ": " + axis.label() + " "
                        + value + " has no place on a logarithmic axis");
            }
        }
    }
}
