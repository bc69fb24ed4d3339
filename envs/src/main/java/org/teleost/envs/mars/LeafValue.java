package org.teleost.envs.mars;

/** What the search adds where an episode stops. */
public enum LeafValue {
    /** Value of a greedy tour from the rock marginals: knows uncertainty, one value per history. */
    BELIEF_TOUR,
    /** The published planner's heuristic: reads the particle's own rocks, so it sees no worth in sensing. */
    PUBLISHED
}
