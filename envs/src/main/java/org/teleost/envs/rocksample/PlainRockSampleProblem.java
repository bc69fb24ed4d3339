package org.teleost.envs.rocksample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/**
 * A published RockSample map for planners that get a simulator and nothing else.
 *
 * @param original the map
 */
public record PlainRockSampleProblem(RockSampleProblem original) implements Problem {
    /** One model per map: what the planner finds out about it serves all episodes. */
    private static final Map<String, PlainRockSample> MODELS = new ConcurrentHashMap<>();

    private static final List<String> ORIGINALS = List.of("rocksample-7-8", "rocksample-11-11", "rocksample-15-15");

    /** The three maps that are large enough to compare on. */
    public static List<PlainRockSampleProblem> published() {
        return RockSampleProblem.published().stream()
                .filter(problem -> ORIGINALS.contains(problem.name()))
                .map(PlainRockSampleProblem::new)
                .toList();
    }

    @Override
    public String name() {
        return original.name() + "-plain";
    }

    @Override
    public String summary() {
        return original.summary() + "; no leaf value, no proposals";
    }

    @Override
    public int defaultSteps() {
        return original.defaultSteps();
    }

    @Override
    public Instance instance(long seed) {
        PlainRockSample model = MODELS.computeIfAbsent(name(), name -> new PlainRockSample(name, original.model()));
        return () -> model;
    }
}
