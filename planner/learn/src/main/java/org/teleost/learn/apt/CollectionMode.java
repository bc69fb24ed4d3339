package org.teleost.learn.apt;

/** How actors and learner share the time. */
public enum CollectionMode {
    /** One environment on the learner's thread: a step, then its updates, in turn. */
    SYNC_1,
    /** All environments step at the same time, the slowest decides when the updates of the round begin. */
    SYNC_N,
    /** Every actor has a thread and never waits for another. Not reproducible. */
    ASYNC,
    /** The actors take turns on the learner's thread, one step each: reproducible bit for bit. */
    LOCK_STEP;

    /** True if results follow from the seed alone and a resumed run continues bit for bit. */
    public boolean reproducible() {
        return this != ASYNC;
    }
}
