package org.teleost.control;

import org.teleost.belief.ParticleBelief;
import org.teleost.plan.Decision;

/**
 * Hears of every decision of a session, for a recorder or for telemetry. Called on the session's thread after the
 * answer has left, so that it delays no decision; it must return soon nevertheless, since the belief has to be kept
 * until then.
 */
@FunctionalInterface
public interface SessionListener {

    /**
     * A plan was made. Everything belongs to the session: what is to be kept has to be copied.
     *
     * @param index number of the decision, which keys its random streams
     * @param belief the belief that it was made from
     * @param path how the decision's tree came to be
     * @param decision the plan, also where it came too late for the caller
     */
    void decided(long index, ParticleBelief belief, TreePath path, Decision decision);
}
