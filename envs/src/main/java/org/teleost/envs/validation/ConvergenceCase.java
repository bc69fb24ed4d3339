package org.teleost.envs.validation;

import java.util.Arrays;

/**
 * A case that is measured on finer and finer grids, or with smaller and smaller steps; its first quantity is the order
 * of convergence, an optional second one the error at the smallest size.
 */
public interface ConvergenceCase extends Case {
    /** Title of its plot; cases with the same one share it, and must have the same labels. */
    String study();

    /** What is refined, for the axis of a plot. */
    String sizeLabel();

    /** What is compared, for the axis of a plot. */
    String errorLabel();

    /** Runs all sizes. */
    Refinement refine(CaseMonitor monitor);

    /** The quantities of a refinement. */
    default double[] values(Refinement refinement) {
        double[] errors = refinement.errors();
        return Arrays.copyOf(
                new double[] {refinement.order(), errors[errors.length - 1]},
                quantities().size());
    }

    @Override
    default double[] measure(CaseMonitor monitor) {
        return values(refine(monitor));
    }
}
