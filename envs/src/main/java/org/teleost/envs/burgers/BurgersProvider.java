package org.teleost.envs.burgers;

import java.util.List;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;

/** Lists Burgers. */
public final class BurgersProvider implements ControlProblemProvider {
    @Override
    public List<ControlProblem> problems() {
        return List.of(new BurgersProblem());
    }
}
