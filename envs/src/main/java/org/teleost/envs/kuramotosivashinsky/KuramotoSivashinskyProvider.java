package org.teleost.envs.kuramotosivashinsky;

import java.util.List;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;

/** Lists the Kuramoto-Sivashinsky line with plain and with wrapped jets. */
public final class KuramotoSivashinskyProvider implements ControlProblemProvider {
    @Override
    public List<ControlProblem> problems() {
        return List.of(new KuramotoSivashinskyProblem(false), new KuramotoSivashinskyProblem(true));
    }
}
