package org.teleost.experiments.study;

import java.util.List;

/**
 * What a trial gave. Times are training times: evaluations happen after the run, on the policies kept during it.
 *
 * @param steps transitions that reached the learner
 * @param seconds training time, the warm-up included
 * @param stepsPerSecond over the whole time
 * @param steadyStepsPerSecond after the warm-up, NaN if it did not end
 * @param updateRatio updates per step after the warm-up, NaN if it did not end
 * @param learnerWaitShare share of the time after the warm-up in which the learner had no update to do: it waited for
 *     the environment, or, in asynchronous mode, for the ratio to allow one
 * @param actorWaitShare share of the actors' time after the warm-up in which they waited for the learner; in modes that
 *     take turns the time of the updates, a lower bound
 * @param actorSteps transitions of each actor
 * @param curve returns in the course of training
 * @param finalReturn return of the last policy, NaN if the run failed
 * @param failure why training ended early, empty if it did not
 */
public record TrialResult(
        Trial trial,
        long steps,
        long updates,
        double seconds,
        double stepsPerSecond,
        double steadyStepsPerSecond,
        double updatesPerSecond,
        double updateRatio,
        LagSummary lag,
        double learnerWaitShare,
        double actorWaitShare,
        List<Long> actorSteps,
        List<CurvePoint> curve,
        double finalReturn,
        String failure) {

    public TrialResult {
        actorSteps = List.copyOf(actorSteps);
        curve = List.copyOf(curve);
    }
}
