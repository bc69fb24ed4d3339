package org.teleost.experiments.training.point;

import java.util.List;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;

/** Registers the problems of the tests. */
public final class PointProvider implements ControlProblemProvider {
    @Override
    public List<ControlProblem> problems() {
        return List.of(new PointProblem("point", 1), new PointProblem("plane", 2), PointProblem.BROKEN);
    }
}
