package org.teleost.plan;

import org.teleost.belief.ParticleBelief;

/** Last word on an action before it is executed. */
@FunctionalInterface
public interface Shield {

    /** Returns null when the action may be executed, else the reason for the veto (kept in the decision). */
    String veto(ParticleBelief belief, int action);
}
