package org.teleost.envs.crowdnav;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Offers {@code crowdnav}. */
public final class CrowdNavProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(new CrowdNavProblem());
    }
}
