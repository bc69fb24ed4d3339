package org.teleost.envs.validation;

/**
 * One number of a case and what others have found for it.
 *
 * @param name what it is, for example {@code drag coefficient}
 * @param reference published or analytic value
 * @param lowest smallest value that passes
 * @param highest largest value that passes
 * @param source where the reference comes from
 */
public record Quantity(String name, double reference, double lowest, double highest, String source) {
    public Quantity {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException(
                    "empty band: quantity=" + name + " lowest=" + lowest + " highest=" + highest);
        }
    }

    /** A reference value with a relative tolerance. */
    public static Quantity near(String name, double reference, double tolerance, String source) {
        double margin = tolerance * Math.abs(reference);
        return new Quantity(name, reference, reference - margin, reference + margin, source);
    }

    /** A band of published values; the reference is its middle. */
    public static Quantity within(String name, double lowest, double highest, String source) {
        return new Quantity(name, 0.5 * (lowest + highest), lowest, highest, source);
    }
}
