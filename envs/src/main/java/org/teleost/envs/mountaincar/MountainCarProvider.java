package org.teleost.envs.mountaincar;

import java.util.List;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;

/** Lists the mountain car. */
public final class MountainCarProvider implements ControlProblemProvider {
    @Override
    public List<ControlProblem> problems() {
        return List.of(new MountainCarProblem(MountainCarParameters.standard()));
    }
}
