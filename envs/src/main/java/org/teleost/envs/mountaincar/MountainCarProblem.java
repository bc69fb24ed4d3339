package org.teleost.envs.mountaincar;

import java.util.List;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;

/** The mountain car on the command line. */
public record MountainCarProblem(MountainCarParameters parameters) implements ControlProblem {
    @Override
    public String name() {
        return "mountain-car";
    }

    @Override
    public String summary() {
        return "Mountain car: rock a weak car out of its valley (Gymnasium MountainCarContinuous-v0)";
    }

    @Override
    public Box observationBox() {
        float speed = (float) parameters.speedLimit();
        return new Box(
                new float[] {(float) parameters.leftEnd(), -speed}, new float[] {(float) parameters.rightEnd(), speed});
    }

    @Override
    public Box actionBox() {
        return Box.uniform(1, -1.0f, 1.0f);
    }

    @Override
    public int stepLimit() {
        return parameters.stepLimit();
    }

    @Override
    public List<Signal> signals() {
        float speed = (float) parameters.speedLimit();
        return List.of(
                Signal.scalar("position", "", (float) parameters.leftEnd(), (float) parameters.rightEnd()),
                Signal.scalar("velocity", "1/step", -speed, speed),
                Signal.scalar("goal", "", (float) parameters.leftEnd(), (float) parameters.rightEnd()));
    }

    @Override
    public Environment newEnvironment() {
        return new MountainCarEnvironment(parameters);
    }
}
