package org.teleost.solvers.policy;

/** A policy at work on a table: what it does next, and what it was told. One thread. */
public interface Decisions {
    /** A new episode begins; {@code start} is the belief before the first action. */
    void begin(SparseBelief start);

    /**
     * The next action.
     *
     * @throws IllegalArgumentException where the policy says nothing
     */
    int action();

    /** What followed the action; {@code seen} counts as {@code TabularModel}'s observations. */
    void observe(int action, long seen);
}
