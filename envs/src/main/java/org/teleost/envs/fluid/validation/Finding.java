package org.teleost.envs.fluid.validation;

import java.util.Locale;

/**
 * A measured quantity.
 *
 * @param caseName name of the case
 * @param setting cells, domain and step
 * @param quantity what was expected
 * @param value what came out; NaN if the flow did not survive
 * @param failure why it did not, empty if it did
 */
public record Finding(String caseName, String setting, Quantity quantity, double value, String failure) {
    /** Relative deviation from the reference, absolute for a reference of zero. */
    public double deviation() {
        double difference = value - quantity.reference();
        return quantity.reference() == 0.0 ? difference : difference / Math.abs(quantity.reference());
    }

    /** Whether the value lies in the band. */
    public boolean passed() {
        return value >= quantity.lowest() && value <= quantity.highest();
    }

    /** One line of a table. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-24s %-28s reference %9.4f [%.4f, %.4f]  result %9.4f  deviation %+6.1f %%  %s%s",
                caseName,
                quantity.name(),
                quantity.reference(),
                quantity.lowest(),
                quantity.highest(),
                value,
                100.0 * deviation(),
                passed() ? "inside" : "OUTSIDE",
                failure.isEmpty() ? "" : " (" + failure + ")");
    }
}
