package org.teleost.belief;

/** Carries a belief over one real step: b'(s') from b, the executed action and what was observed. */
public interface BeliefUpdater {

    /** Fills {@code belief} with the initial belief and forgets the past. */
    void initialise(ParticleBelief belief);

    /**
     * Says which coordinates the action of the next update has, where the model's actions are points of an
     * {@link org.teleost.model.ActionBox}; never called where they are ids.
     *
     * @throws UnsupportedOperationException by an updater that knows ids only
     */
    default void executing(float[] action) {
        throw new UnsupportedOperationException(getClass().getName() + " can't carry a belief over continuous actions");
    }

    /**
     * Replaces {@code belief} by the posterior after {@code action} and {@code observation}.
     *
     * @param percept further measurements of the real world (problem-specific, may be empty); most updaters ignore it
     * @return health of the new belief; owned by the updater, overwritten by the next update
     */
    BeliefHealth update(ParticleBelief belief, int action, long observation, float[] percept);
}
