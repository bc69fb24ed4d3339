package org.teleost.envs.finray.sinusoid;

import java.util.List;
import java.util.Optional;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.Score;

/** A sinusoid and what it achieves. */
public record ScoredSinusoid(Sinusoid sinusoid, Score score) {
    /**
     * The best of several, the first of equals.
     *
     * @param lambda best efficiency that is known, for {@link Objective#BALANCED}
     * @return empty if none has a value
     */
    public static Optional<ScoredSinusoid> best(List<ScoredSinusoid> all, Objective objective, double lambda) {
        ScoredSinusoid best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (ScoredSinusoid candidate : all) {
            double value = objective.value(candidate.score(), lambda);
            // NaN is not above anything
            if (value > highest) {
                best = candidate;
                highest = value;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The best efficiency of several, 0 if none is efficient at all. */
    public static double lambda(List<ScoredSinusoid> all) {
        return best(all, Objective.EFFICIENCY, 0.0)
                .map(best -> best.score().efficiency())
                .orElse(0.0);
    }
}
