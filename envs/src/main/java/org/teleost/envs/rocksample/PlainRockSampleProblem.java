package org.teleost.envs.rocksample;

import java.util.List;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/**
 * A published RockSample map for planners that get a simulator and nothing else.
 *
 * @param original the map
 */
public record PlainRockSampleProblem(RockSampleProblem original) implements Problem {
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
        PlainRockSample model = new PlainRockSample(name(), original.model());
        return () -> model;
    }
}
