package org.teleost.experiments.cli;

import java.util.Optional;
import org.teleost.experiments.runner.Policy;
import org.teleost.plan.StepWatch;

/** The policy that decides at the moment, for threads that watch or stop it. */
final class RunningPolicy {
    private volatile Policy policy;

    void set(Policy newPolicy) {
        policy = newPolicy;
    }

    /** Identifies the policy, null before the first. */
    Policy get() {
        return policy;
    }

    /** Gives up its decision. */
    void cancel() {
        Policy now = policy;
        if (now != null) {
            now.cancel();
        }
    }

    static Optional<StepWatch> watch(Policy policy) {
        return policy == null ? Optional.empty() : policy.watch();
    }
}
