package org.teleost.envs.lightdark;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the problem. */
public final class LightDark1DProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(new LightDark1DProblem());
    }
}
