package org.teleost.envs.cartpole;

import java.util.List;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;

/** Lists the cart-pole swing-up. */
public final class CartPoleProvider implements ControlProblemProvider {
    @Override
    public List<ControlProblem> problems() {
        return List.of(new CartPoleSwingUpProblem(CartPoleParameters.standard()));
    }
}
