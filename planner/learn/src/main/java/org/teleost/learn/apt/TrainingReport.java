package org.teleost.learn.apt;

import java.util.List;

/**
 * Where a run stands. Counts are over all resumptions, rates and times since {@link AptTraining#run} began.
 *
 * @param environmentSteps transitions that reached the learner
 * @param updates updates of this run
 * @param updateRatio updates per step after the warm-up, NaN during it
 * @param stepsPerSecond rate of collection
 * @param updatesPerSecond rate of learning
 * @param lag policy lag of the transitions, in updates
 * @param tooOld transitions not learned from because they exceeded {@link AptSettings#lagBound}
 * @param replaySize transitions in the replay buffer
 * @param replayMeanAge their mean age in updates
 * @param episodes episodes completed
 * @param recentReturn mean undiscounted return of the last 100 episodes, NaN if there are none
 * @param restarts fresh environments after failures
 * @param quarantined actors given up
 * @param abandonedThreads threads of hung environments that have not ended yet
 * @param learnerWaitNanos time for which the learner had no update to do
 * @param actorWaitNanos time for which actors waited for the learner, summed over actors
 * @param actors the same for each actor
 */
public record TrainingReport(
        long environmentSteps,
        long updates,
        double updateRatio,
        double stepsPerSecond,
        double updatesPerSecond,
        LagHistogram lag,
        long tooOld,
        int replaySize,
        double replayMeanAge,
        long episodes,
        double recentReturn,
        long restarts,
        int quarantined,
        int abandonedThreads,
        long learnerWaitNanos,
        long actorWaitNanos,
        List<ActorHealth> actors) {}
