package org.teleost.experiments.study;

import java.util.List;
import org.teleost.learn.apt.UpdateRatio;

/**
 * A run under faults.
 *
 * @param cost times that a step of the environment costs
 * @param seconds training time
 * @param intervalSeconds time between two faults, positive
 * @param kinds faults that take turns, at least one
 * @param deadlineSeconds time after which an environment that does not return is given up
 * @param maxRestarts failures of an actor without a completed episode in between, after which it is quarantined: an
 *     environment whose episodes outlast many intervals needs a large number to stay in
 */
public record FaultSettings(
        String problem,
        String learner,
        CostKind costKind,
        int actors,
        int cost,
        double seconds,
        double intervalSeconds,
        List<FaultKind> kinds,
        double deadlineSeconds,
        int maxRestarts,
        int batchSize,
        UpdateRatio ratio,
        long warmUpSteps,
        long seed) {

    /** @throws IllegalArgumentException if a time is not positive or no kind is given */
    public FaultSettings {
        kinds = List.copyOf(kinds);
        if (!(seconds > 0 && intervalSeconds > 0 && deadlineSeconds > 0) || kinds.isEmpty()) {
            throw new IllegalArgumentException("seconds=" + seconds + " intervalSeconds=" + intervalSeconds
                    + " deadlineSeconds=" + deadlineSeconds + " kinds=" + kinds
                    + "; times must be positive and at least one kind of fault is needed");
        }
    }
}
