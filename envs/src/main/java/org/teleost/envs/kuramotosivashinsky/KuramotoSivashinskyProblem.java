package org.teleost.envs.kuramotosivashinsky;

import java.util.List;
import java.util.Map;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;

/**
 * Calming the Kuramoto-Sivashinsky equation with four jets; the package says all of it.
 *
 * @param wrapped whether the jets' Gaussians go on across the ends of the line
 */
public record KuramotoSivashinskyProblem(boolean wrapped) implements ControlProblem {
    /** Length of the periodic line. */
    public static final double LENGTH = 8.0 * Math.PI;

    /** Time of one Runge-Kutta step. */
    public static final double SUBSTEP = 0.001;

    /** Runge-Kutta steps of one action. */
    public static final int SUBSTEPS = 250;

    /** Actions of one episode. */
    public static final int STEPS = 400;

    /** Largest amplitude of a jet, either way. */
    public static final float LARGEST_ACTION = 0.5f;

    @Override
    public String name() {
        return wrapped ? "kuramoto-sivashinsky-wrapped" : "kuramoto-sivashinsky";
    }

    @Override
    public String summary() {
        return "Kuramoto-Sivashinsky: calm a chaotic line with four jets"
                + (wrapped ? ", the first one wrapped around the ends" : "");
    }

    @Override
    public Box observationBox() {
        return Box.unbounded(LaneLayout.POINTS);
    }

    @Override
    public Box actionBox() {
        return Box.uniform(Actuators.COUNT, -LARGEST_ACTION, LARGEST_ACTION);
    }

    @Override
    public int stepLimit() {
        return STEPS;
    }

    /** Reaches about -55 on four of five seeds, docs/results.md. */
    @Override
    public Map<String, String> trainingSettings() {
        return Map.of(
                "preset", "layernorm",
                "steps", "60000",
                "learningRate", "0.001",
                "batch", "128",
                "discount", "0.977");
    }

    @Override
    public List<String> infoNames() {
        return KuramotoSivashinskyEnvironment.INFO_NAMES;
    }

    /** The points lie in the middle of their cells, the first one at x = 0. */
    @Override
    public List<Signal> signals() {
        double half = 0.5 * LENGTH / LaneLayout.POINTS;
        float duration = (float) (STEPS * SUBSTEPS * SUBSTEP);
        return List.of(
                Signal.profile("u", "", LaneLayout.POINTS, -3, 3, -half, LENGTH - half),
                Signal.profile("force", "", LaneLayout.POINTS, -0.25f, 0.25f, -half, LENGTH - half),
                Signal.scalar("time", "", 0, duration));
    }

    @Override
    public Environment newEnvironment() {
        return new KuramotoSivashinskyEnvironment(wrapped);
    }
}
