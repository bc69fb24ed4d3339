package org.teleost.envs.tag;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the problem. */
public final class TagProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(new TagProblem());
    }
}
