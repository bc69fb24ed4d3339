package org.teleost.experiments.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.Problem;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/**
 * Sizes of a problem, read from its first instance at seed 1.
 *
 * @param observations number of observations, 0 for 64-bit keys
 * @param bytesPerParticle int and float lanes of a state
 */
public record ProblemFacts(
        String name,
        String summary,
        int actions,
        long observations,
        int bytesPerParticle,
        int steps,
        double discount,
        List<String> baselines) {

    public static ProblemFacts of(Problem problem) {
        GenerativeModel model = problem.instance(RandomStream.derive(1, 0)).model();
        return new ProblemFacts(
                problem.name(),
                problem.summary(),
                model.actionCount(),
                model.observationCount(),
                model.layout().bytesPerParticle(),
                problem.defaultSteps(),
                model.discount(),
                Stream.concat(
                                problem.baselines().stream().map(Problem.ConstantPolicy::name),
                                problem.rules().stream().map(Rule.Named::name))
                        .toList());
    }

    /** Text of the number of observations. */
    public String observationText() {
        return observations == GenerativeModel.KEYED_OBSERVATIONS ? "64-bit" : Long.toString(observations);
    }
}
