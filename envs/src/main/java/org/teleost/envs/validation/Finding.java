package org.teleost.envs.validation;

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
    /** Deviation from the reference in per cent of it; NaN for a reference of zero, which has no per cent. */
    public double deviationPercent() {
        double reference = quantity.reference();
        return reference == 0.0 ? Double.NaN : 100.0 * (value - reference) / Math.abs(reference);
    }

    /** Whether the value lies in the band. */
    public boolean passed() {
        return value >= quantity.lowest() && value <= quantity.highest();
    }

    /** One line of a table. */
    public String line() {
        String deviation = quantity.reference() == 0.0
                ? String.format(Locale.ROOT, "%+8.4f", value)
                : String.format(Locale.ROOT, "%+6.1f %%", deviationPercent());
        return String.format(
                Locale.ROOT,
                "%-42s %-29s reference %7.4f [%7.4f, %7.4f]  result %7.4f  deviation %s  %s%s",
                caseName,
                quantity.name(),
                quantity.reference(),
                quantity.lowest(),
                quantity.highest(),
                value,
                deviation,
                passed() ? "inside" : "OUTSIDE",
                failure.isEmpty() ? "" : " (" + failure + ")");
    }
}
