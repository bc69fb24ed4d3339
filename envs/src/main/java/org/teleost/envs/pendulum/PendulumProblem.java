package org.teleost.envs.pendulum;

import org.teleost.learn.environment.Box;
import org.teleost.learn.environment.ControlProblem;
import org.teleost.learn.environment.Environment;

/** The pendulum on the command line. */
public record PendulumProblem(PendulumParameters parameters) implements ControlProblem {
    @Override
    public String name() {
        return "pendulum";
    }

    @Override
    public String summary() {
        return "Pendulum: swing a rod up with less torque than it takes to lift it (Gymnasium Pendulum-v1)";
    }

    @Override
    public Box observationBox() {
        float speed = (float) parameters.speedLimit();
        return new Box(new float[] {-1.0f, -1.0f, -speed}, new float[] {1.0f, 1.0f, speed});
    }

    @Override
    public Box actionBox() {
        float torque = (float) parameters.torqueLimit();
        return Box.uniform(1, -torque, torque);
    }

    @Override
    public int stepLimit() {
        return parameters.stepLimit();
    }

    @Override
    public Environment newEnvironment() {
        return new PendulumEnvironment(parameters);
    }
}
