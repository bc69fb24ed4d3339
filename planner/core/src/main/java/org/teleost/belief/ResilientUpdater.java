package org.teleost.belief;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An updater that also copes with what happens on a real robot: observations that never come or come late, actions that
 * take effect later, and a restart in the middle.
 */
public interface ResilientUpdater extends BeliefUpdater {

    /**
     * Carries {@code belief} over an executed action whose observation did not come: it is moved and not weighed. A
     * particle that the action ended gets weight 0, since the world went on. Where the model has history lanes, see
     * {@link org.teleost.model.GenerativeModel#updateHistoryUnobserved}.
     *
     * @return health of the new belief, as from {@link #update}
     */
    BeliefHealth updateUnobserved(ParticleBelief belief, int action);

    /**
     * Moves {@code belief} over an action that is still to come and forgets that it did: nothing is remembered, and the
     * updater goes on as if it had not been asked. Particles that end keep their weight if all do.
     *
     * @param ahead 0 for the first action ahead, 1 for the one after it, and so on: the key of the random numbers
     */
    void predict(ParticleBelief belief, int action, int ahead);

    /** A point in the history to go back to with {@link #rewind}. */
    long mark();

    /** Forgets the steps since {@link #mark}; the caller restores the belief. */
    void rewind(long mark);

    /** Writes what the updater remembers beside the belief. */
    void save(DataOutput out) throws IOException;

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IOException if that is not what is there; the updater then has to be initialised again
     */
    void load(DataInput in) throws IOException;
}
