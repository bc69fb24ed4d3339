package org.teleost.plan;

import org.teleost.belief.BeliefHealth;

/**
 * Hears of what planning does while it does it, to be measured or traced. Every method is called by the thread that
 * does the work, once per pass at most and not while others wait; it must return at once, throw nothing and keep
 * nothing that it is given. Without one nothing is called and nothing is measured.
 */
public interface Telemetry {
    /** What takes time. */
    enum Phase {
        /** A pass's episodes, on all planning threads; ends with {@link #searched}. */
        SEARCH,
        /** The backup of what a pass has visited; ends with {@link #backedUp}. */
        BACKUP,
        /** An update of the belief; ends with {@link #believed}. */
        BELIEF,
        /** A decision with its passes; ends with {@link #decided}. */
        DECISION
    }

    /** A phase begins; one that an exception ends has no end. */
    void begin(Phase phase);

    /** A pass's episodes are booked. */
    void searched(int pass, long episodes, long steps);

    /** What a pass has visited is updated. */
    void backedUp(int pass, int nodes);

    /** The belief is updated. */
    void believed(BeliefHealth health);

    /** A decision is made. */
    void decided(Decision decision);

    /** The belief has come to a level that is not healthy. */
    void alarm(BeliefHealth health);
}
