package org.teleost.envs.pendulum;

import java.util.List;
import java.util.Map;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;

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

    /** The angle is wrapped to [-pi, pi). */
    @Override
    public List<Signal> signals() {
        float turn = (float) Math.PI;
        float speed = (float) parameters.speedLimit();
        return List.of(
                Signal.scalar("angle", "rad", -turn, turn),
                Signal.scalar("speed", "rad/s", -speed, speed),
                Signal.scalar("time", "s", 0, (float) (parameters.stepLimit() * parameters.timeStep())));
    }

    /** Reaches -144 on five of five seeds, docs/results.md. */
    @Override
    public Map<String, String> trainingSettings() {
        return Map.of("steps", "20000", "learningRate", "0.001", "batch", "128");
    }

    @Override
    public Environment newEnvironment() {
        return new PendulumEnvironment(parameters);
    }
}
