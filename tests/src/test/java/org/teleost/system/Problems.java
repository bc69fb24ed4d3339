package org.teleost.system;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** The problems found by service entry, as the command line finds them. */
public final class Problems {
    private Problems() {}

    /** All of them. */
    public static List<Problem> all() {
        List<Problem> problems = new ArrayList<>();
        for (ProblemProvider provider : ServiceLoader.load(ProblemProvider.class)) {
            problems.addAll(provider.problems());
        }
        return problems;
    }

    /** Those whose models have a twin in CUDA C. */
    public static List<Problem> withTwins() {
        return all().stream()
                .filter(problem -> problem.instance(1).model().deviceModel().isPresent())
                .toList();
    }

    /** The problem of this name. */
    public static Problem named(String name) {
        return all().stream()
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no problem is registered under the name " + name));
    }
}
