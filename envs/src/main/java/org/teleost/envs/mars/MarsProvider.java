package org.teleost.envs.mars;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the two published sizes of MARS. */
public final class MarsProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(MarsProblem.small(), new MarsProblem("mars-50", 50, 50, 600));
    }
}
