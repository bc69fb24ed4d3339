package org.teleost.envs.maintenance;

import java.util.List;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the problem. */
public final class MaintenanceProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(new MaintenanceProblem());
    }
}
