package org.teleost.envs.navigation;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Offers {@code navigation}. */
public final class NavigationProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(new NavigationProblem());
    }
}
