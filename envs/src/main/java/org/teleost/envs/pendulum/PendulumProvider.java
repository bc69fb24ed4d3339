package org.teleost.envs.pendulum;

import java.util.List;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;

/** Lists the pendulum. */
public final class PendulumProvider implements ControlProblemProvider {
    @Override
    public List<ControlProblem> problems() {
        return List.of(new PendulumProblem(PendulumParameters.standard()));
    }
}
