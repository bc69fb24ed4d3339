package org.teleost.envs.validation;

import java.util.List;

/** A flow whose numbers are known. Immutable; a run has its own workspace. */
public interface Case {
    /** Name for a table, for example {@code cylinder Re 100}. */
    String name();

    /** Cells, domain and step in a few words. */
    String setting();

    /** What is compared, in the order of {@link #measure}. */
    List<Quantity> quantities();

    /**
     * Runs the case from its start.
     *
     * @param monitor hears of every step and may end the run by an exception
     * @return a value for each quantity
     * @throws org.teleost.fluid.grid.FlowDivergedException if the flow does not survive
     */
    double[] measure(CaseMonitor monitor);

    /** Runs the case from its start to its end. */
    default double[] measure() {
        return measure(CaseMonitor.NONE);
    }
}
