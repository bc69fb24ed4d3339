package org.teleost.experiments.study;

import org.teleost.learn.apt.ActorFailure;

/** Ways in which an environment fails an actor. */
public enum FaultKind {
    /** A step throws an exception. */
    CRASH(ActorFailure.Cause.CRASH),
    /** A step does not return until its thread is interrupted. */
    HANG(ActorFailure.Cause.HANG),
    /** A step gives a reward that is not a number. */
    NAN(ActorFailure.Cause.NOT_FINITE);

    private final ActorFailure.Cause cause;

    FaultKind(ActorFailure.Cause cause) {
        this.cause = cause;
    }

    /** As what training should see it. */
    ActorFailure.Cause cause() {
        return cause;
    }
}
