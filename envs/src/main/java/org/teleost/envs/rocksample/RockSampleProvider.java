package org.teleost.envs.rocksample;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the RockSample maps. */
public final class RockSampleProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.copyOf(RockSampleProblem.published());
    }
}
