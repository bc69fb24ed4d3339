package org.teleost.learn.apt;

/**
 * An actor lost its environment.
 *
 * @param actor number of the actor, from 0
 * @param cause what went wrong
 * @param message in words
 * @param episode number of the episode that is lost from here on; the transitions before are kept
 * @param consecutive failures of the actor since it last completed an episode, this one included
 * @param quarantined true if the actor gets no further environment; else it goes on with a fresh one
 */
public record ActorFailure(int actor, Cause cause, String message, long episode, int consecutive, boolean quarantined) {

    /** Kinds of failure. */
    public enum Cause {
        /** The environment threw an exception. */
        CRASH,
        /** The environment did not return before the deadline; its thread is interrupted and left behind. */
        HANG,
        /** An observation, reward or action was infinite or NaN. */
        NOT_FINITE;

        static Cause of(Throwable failure) {
            return failure instanceof NotFiniteException ? NOT_FINITE : CRASH;
        }
    }
}
