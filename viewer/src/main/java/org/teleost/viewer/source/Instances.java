package org.teleost.viewer.source;

import java.util.Optional;
import java.util.ServiceLoader;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/**
 * Finds the drawn instance that an episode ran on, when its problem is on the class path and its seed was recorded. A
 * trace holds states, not maps; the instance tells the rest.
 */
public final class Instances {
    private Instances() {}

    /** The instance, empty when the problem or the seed is unknown. */
    public static Optional<Instance> of(EpisodeInfo info) {
        Optional<Long> seed = info.instanceSeed();
        if (seed.isEmpty()) {
            return Optional.empty();
        }
        for (ProblemProvider provider : ServiceLoader.load(ProblemProvider.class)) {
            for (Problem problem : provider.problems()) {
                if (problem.name().equals(info.problem())) {
                    return Optional.of(problem.instance(seed.get()));
                }
            }
        }
        return Optional.empty();
    }
}
