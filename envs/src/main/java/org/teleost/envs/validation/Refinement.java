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

    /** One of the sizes and its error. */
    record Step(double size, double error) {}

    /** Measures at the coarsest size and after each halving. */
    interface Measure {
        Step at(int halving, CaseMonitor monitor);
    }

    /**
     * Refines.
     *
     * @param share of what is left of the work that a size but the last takes, 0 to 1
     */
    static Refinement of(int halvings, double share, CaseMonitor monitor, Measure measure) {
        double[] sizes = new double[halvings + 1];
        double[] errors = new double[halvings + 1];
        double from = 0.0;
        for (int k = 0; k <= halvings; k++) {
            double to = k == halvings ? 1.0 : from + share * (1.0 - from);
            Step step = measure.at(k, monitor.part(from, to));
            sizes[k] = step.size();
            errors[k] = step.error();
            from = to;
        }
        return new Refinement(sizes, errors);
    }

    /** How fast the error falls between the two smallest sizes: it goes with that power of the size. */
    public double order() {
        int last = sizes.length - 1;
        return Math.log(errors[last - 1] / errors[last]) / Math.log(sizes[last - 1] / sizes[last]);
    }
}
