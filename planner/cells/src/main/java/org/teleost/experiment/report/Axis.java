package org.teleost.experiment.report;

/**
 * An axis of a figure.
 *
 * @param label with its unit, for example {@code phase (degrees)}
 * @param logarithmic whether its scale is; all values must then be positive
 */
public record Axis(String label, boolean logarithmic) {
    public static Axis linear(String label) {
        return new Axis(label, false);
    }

    public static Axis logarithmic(String label) {
        return new Axis(label, true);
    }
}
