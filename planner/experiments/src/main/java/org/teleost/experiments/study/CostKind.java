package org.teleost.experiments.study;

import java.util.function.LongSupplier;
import org.teleost.problem.ControlProblem;

/** What a costlier environment does with its time. */
public enum CostKind {
    /** It computes: actors and learner compete for the processors. */
    COMPUTE,
    /** It waits, as for a simulator on another machine. */
    WAIT;

    /**
     * The problem with costlier steps.
     *
     * @param stepNanos time of one step at cost 1; COMPUTE does not need it
     * @param factors cost of each environment
     */
    ControlProblem scale(ControlProblem problem, long stepNanos, LongSupplier clock, int... factors) {
        return this == COMPUTE
                ? ScaledCost.computing(problem, factors)
                : ScaledCost.waiting(problem, ScaledCostWait.parking(stepNanos, clock), factors);
    }
}
