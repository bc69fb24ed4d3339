package org.teleost.envs.mars;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the two published sizes of MARS, and the small one without help. */
public final class MarsProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        MarsProblem small = new MarsProblem("mars-20", 20, 20, 90);
        return List.of(
                small,
                new MarsProblem("mars-50", 50, 50, 600),
                new PlainMarsProblem(small, false),
                new PlainMarsProblem(small, true));
    }
}
