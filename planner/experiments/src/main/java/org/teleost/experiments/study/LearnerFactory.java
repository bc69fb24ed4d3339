package org.teleost.experiments.study;

import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.sac.Sac;
import org.teleost.learn.sac.SacSettings;
import org.teleost.problem.ControlProblem;

/** Makes the learners that are compared. */
@FunctionalInterface
public interface LearnerFactory {
    /** A new learner, the caller's to close; the same seed gives the same initial networks. */
    OffPolicyLearner create(ControlProblem problem, long seed);

    /** Soft actor-critic with these settings. */
    static LearnerFactory sac(SacSettings settings) {
        return (problem, seed) -> new Sac(problem.observationBox().size(), problem.actionBox(), settings, seed);
    }
}
