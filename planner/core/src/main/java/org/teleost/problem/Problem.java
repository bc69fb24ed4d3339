package org.teleost.problem;

import java.util.List;
import org.teleost.plan.PlannerSettings;

/**
 * A benchmark or application that the command line finds by name through {@link java.util.ServiceLoader}. A third party
 * adds one by putting a jar with a service entry for {@link ProblemProvider} on the class path.
 */
public interface Problem {

    /** Short lower-case name, for example {@code mars-20}. */
    String name();

    /** One line for the list of problems. */
    String summary();

    /** Steps of an episode unless the user says otherwise. */
    int defaultSteps();

    /** Planner settings that suit the problem. */
    default PlannerSettings defaultSettings() {
        return PlannerSettings.defaults();
    }

    /** Named policies to compare with, for example {@code always-north}; ids of constant actions by name. */
    default List<ConstantPolicy> baselines() {
        return List.of();
    }

    /** Named rules of thumb to compare with, for example {@code ping-first}. */
    default List<Rule.Named> rules() {
        return List.of();
    }

    /** Draws what is random about the instance (a map, for example) from the seed. */
    Instance instance(long seed);

    /** A policy that always takes one action. */
    record ConstantPolicy(String name, int action) {}
}
