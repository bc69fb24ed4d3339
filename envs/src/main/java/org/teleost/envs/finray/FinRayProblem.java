package org.teleost.envs.finray;

import java.util.List;
import java.util.Map;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Signal;

/**
 * Swimming with a fin ray whose muscles shift its two halves against each other; the package says all of it.
 *
 * @param name for example {@code finray-thrust}
 * @param summary one line
 * @param settings flow, cells and ray
 * @param reward what a decision earns
 */
public record FinRayProblem(String name, String summary, FinRaySettings settings, FinRayReward reward)
        implements ControlProblem {
    /** Decisions of an episode: ten periods of the root. */
    public static final int STEPS = 10 * FinRay.DECISIONS_PER_PERIOD;

    /** Index of the signal that holds the vorticity. */
    public static final int VORTICITY = 0;

    /** Index of the signal that holds the points of the ray. */
    public static final int MARKERS = 1;

    @Override
    public Box observationBox() {
        return Box.unbounded(FinRayObservation.SIZE);
    }

    @Override
    public Box actionBox() {
        return Box.uniform(1, -1.0f, 1.0f);
    }

    @Override
    public int stepLimit() {
        return STEPS;
    }

    /** What the first stage of the documented trainings used, docs/finray.md. */
    @Override
    public Map<String, String> trainingSettings() {
        return Map.of(
                "preset", "layernorm",
                "steps", "15000",
                "learningRate", "0.001",
                "batch", "128",
                "discount", "0.98",
                "warmUp", "2000",
                "noiseSpan", "8",
                "targetEntropyPerAction", "0");
    }

    @Override
    public List<String> infoNames() {
        return FinRayEnvironment.INFO_NAMES;
    }

    @Override
    public List<Signal> signals() {
        return FinRaySignals.of(FinRaySetup.of(settings));
    }

    @Override
    public FinRayEnvironment newEnvironment() {
        return new FinRayEnvironment(FinRaySetup.of(settings), reward);
    }
}
