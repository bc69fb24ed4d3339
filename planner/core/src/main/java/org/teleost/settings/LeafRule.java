package org.teleost.settings;

/** Where the value of an episode that stops at a leaf of the tree comes from. */
public enum LeafRule {
    /**
     * The model's own where it has one, else {@link #BOUND} where its states can be enumerated, else {@link #ROLLOUT}
     * where it has a rollout policy, else {@link #LEARNED}.
     */
    AUTO,
    /** {@link org.teleost.model.GenerativeModel#heuristicValue}. */
    MODEL,
    /** The return of a simulated policy that learns from the decision's own statistics. */
    ROLLOUT,
    /** The value of the fully observable problem, an upper bound, from an enumeration of the reachable states. */
    BOUND,
    /** The value of the fully observable problem, learned from the simulator as a sum over parts of the state. */
    LEARNED,
    /** Nothing: 0. */
    ZERO
}
