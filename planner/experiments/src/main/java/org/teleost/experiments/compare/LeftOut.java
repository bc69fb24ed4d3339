package org.teleost.experiments.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.experiments.config.SolverSpec;
import org.teleost.experiments.runner.EpisodeSeeds;
import org.teleost.experiments.runner.Policies;
import org.teleost.experiments.runner.PolicyFactory;
import org.teleost.plan.UnsuitableProblemException;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/** Solvers that can't take a problem, with the reason in a line; found out on the problem's first instance. */
public final class LeftOut {
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** Opens every solver once; throws what is wrong with its name or options. */
    static LeftOut of(Contest contest, long seed) {
        LeftOut leftOut = new LeftOut();
        for (Problem problem : contest.problems()) {
            EpisodeSeeds seeds = EpisodeSeeds.of(seed, 0);
            Instance instance = problem.instance(seeds.instance());
            for (SolverSpec solver : contest.solvers()) {
                PolicyFactory policies = Policies.named(
                        problem,
                        contest.configuration(problem, solver, contest.budgets().get(0)));
                try {
                    policies.start(instance, instance.world(seeds.world()), seeds.policy())
                            .close();
                } catch (UnsuitableProblemException e) {
                    leftOut.reasons.put(key(problem, solver), e.getMessage());
                }
            }
        }
        return leftOut;
    }

    boolean contains(Problem problem, SolverSpec solver) {
        return reasons.containsKey(key(problem, solver));
    }

    /** Reasons by {@code PROBLEM SOLVER}. */
    public Map<String, String> reasons() {
        return Collections.unmodifiableMap(reasons);
    }

    private static String key(Problem problem, SolverSpec solver) {
        return problem.name() + " " + solver.text();
    }
}
