package org.teleost.envs.validation;

/**
 * Errors on finer and finer grids, or with smaller and smaller steps.
 *
 * @param sizes what is refined, largest first
 * @param errors at each size, positive
 */
public record Refinement(double[] sizes, double[] errors) {
    public Refinement {
        if (sizes.length != errors.length || sizes.length < 2) {
            throw new IllegalArgumentException("sizes=" + sizes.length + ", errors=" + errors.length
                    + "; allowed are as many of both, two at least");
        }
        sizes = sizes.clone();
        errors = errors.clone();
    }

    /** How fast the error falls between the two smallest sizes: it goes with that power of the size. */
    public double order() {
        int last = sizes.length - 1;
        return Math.log(errors[last - 1] / errors[last]) / Math.log(sizes[last - 1] / sizes[last]);
    }
}
