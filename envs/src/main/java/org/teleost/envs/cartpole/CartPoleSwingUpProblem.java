package org.teleost.envs.cartpole;

import java.util.List;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;

/** The cart-pole swing-up on the command line. */
public record CartPoleSwingUpProblem(CartPoleParameters parameters) implements ControlProblem {
    @Override
    public String name() {
        return "cartpole-swingup";
    }

    @Override
    public String summary() {
        return "Cart-pole: swing a hanging pole up by pushing its cart, within the rail (control suite swingup)";
    }

    /** Velocities are unbounded, and so is x, as the step that ends an episode may leave the rail by any distance. */
    @Override
    public Box observationBox() {
        float free = Float.POSITIVE_INFINITY;
        return new Box(new float[] {-free, -free, -1.0f, -1.0f, -free}, new float[] {free, free, 1.0f, 1.0f, free});
    }

    @Override
    public Box actionBox() {
        float force = (float) parameters.forceLimit();
        return Box.uniform(1, -force, force);
    }

    @Override
    public int stepLimit() {
        return parameters.stepLimit();
    }

    /** The position's range is the rail; the angle is wrapped to [-pi, pi). */
    @Override
    public List<Signal> signals() {
        float rail = (float) parameters.railLimit();
        float turn = (float) Math.PI;
        return List.of(
                Signal.scalar("position", "m", -rail, rail),
                Signal.scalar("velocity", "m/s", -5, 5),
                Signal.scalar("angle", "rad", -turn, turn),
                Signal.scalar("spin", "rad/s", -10, 10),
                Signal.scalar("time", "s", 0, (float) (parameters.stepLimit() * parameters.timeStep())));
    }

    @Override
    public Environment newEnvironment() {
        return new CartPoleEnvironment(parameters);
    }
}
