package org.teleost.learn.apt;

/**
 * How one actor is doing.
 *
 * @param actor number, from 0
 * @param steps transitions that reached the learner
 * @param episodes episodes completed
 * @param restarts fresh environments after failures
 * @param consecutiveFailures failures since the last completed episode
 * @param quarantined true if it was given up
 * @param waitNanos time for which it waited for the learner to take transitions
 * @param lastFailure message of its last failure, empty if it had none
 */
public record ActorHealth(
        int actor,
        long steps,
        long episodes,
        long restarts,
        int consecutiveFailures,
        boolean quarantined,
        long waitNanos,
        String lastFailure) {}
