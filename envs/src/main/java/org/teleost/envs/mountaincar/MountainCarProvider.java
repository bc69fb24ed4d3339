package org.teleost.envs.mountaincar;

import java.util.List;
import org.teleost.learn.environment.ControlProblem;
import org.teleost.learn.environment.ControlProblemProvider;

/** Lists the mountain car. */
public final class MountainCarProvider implements ControlProblemProvider {
    @Override
    public List<ControlProblem> problems() {
        return List.of(new MountainCarProblem(MountainCarParameters.standard()));
    }
}
