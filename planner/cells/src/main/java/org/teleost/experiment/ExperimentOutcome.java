package org.teleost.experiment;

/** How an experiment ended. */
public enum ExperimentOutcome {
    /** All of it was computed. */
    COMPLETE,

    /** All of it was computed and a result misses what it was checked against. */
    OUTSIDE,

    /** It was asked to stop; finished cells are kept. */
    STOPPED
}
