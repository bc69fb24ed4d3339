package org.teleost.cuda.engine;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** The problems on the class path whose models have a twin in CUDA C. */
public final class Problems {
    private Problems() {}

    public static Stream<Problem> all() {
        return ServiceLoader.load(ProblemProvider.class).stream()
                .flatMap(provider -> provider.get().problems().stream())
                .filter(problem -> problem.instance(1).model().deviceModel().isPresent());
    }
}
