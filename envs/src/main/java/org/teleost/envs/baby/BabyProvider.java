package org.teleost.envs.baby;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the problem. */
public final class BabyProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(new BabyProblem());
    }
}
