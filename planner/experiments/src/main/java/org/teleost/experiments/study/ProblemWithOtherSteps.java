package org.teleost.experiments.study;

import java.util.List;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;

/** A control problem that looks like another one and makes environments of its own. */
abstract class ProblemWithOtherSteps implements ControlProblem {
    final ControlProblem problem;

    ProblemWithOtherSteps(ControlProblem problem) {
        this.problem = problem;
    }

    @Override
    public String name() {
        return problem.name();
    }

    @Override
    public String summary() {
        return problem.summary();
    }

    @Override
    public Box observationBox() {
        return problem.observationBox();
    }

    @Override
    public Box actionBox() {
        return problem.actionBox();
    }

    @Override
    public int stepLimit() {
        return problem.stepLimit();
    }

    @Override
    public List<String> infoNames() {
        return problem.infoNames();
    }
}
