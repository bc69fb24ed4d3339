package org.teleost.experiments.study;

import org.teleost.problem.ControlProblem;

/** The problem of these tests for tests of other packages. */
public final class DriftProblems {
    private DriftProblems() {}

    public static ControlProblem drift() {
        return new Drift();
    }
}
