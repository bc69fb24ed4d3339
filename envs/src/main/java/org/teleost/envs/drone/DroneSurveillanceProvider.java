package org.teleost.envs.drone;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the problem. */
public final class DroneSurveillanceProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(new DroneSurveillanceProblem());
    }
}
