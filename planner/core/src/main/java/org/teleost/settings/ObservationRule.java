package org.teleost.settings;

/** How the tree tells observations apart. */
public enum ObservationRule {
    /** {@link #SHARED} where most observations of a first look at the model are seen once, else {@link #EXACT}. */
    AUTO,
    /** A child for every observation. */
    EXACT,
    /**
     * A growing number of children per action, each for a representative observation; an episode goes to one of them by
     * the likelihood of the representative in the episode's own state.
     */
    SHARED
}
