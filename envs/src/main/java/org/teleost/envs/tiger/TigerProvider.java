package org.teleost.envs.tiger;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists Tiger. */
public final class TigerProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(new TigerProblem());
    }
}
