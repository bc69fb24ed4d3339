package org.teleost.conformance;

import java.util.BitSet;
import org.teleost.model.Outcome;

/** What the kit's sampled steps have met: faults elsewhere it can't see. */
final class Coverage {
    /** Observation ids from here on are not recorded one by one. */
    static final int MOST_OBSERVATIONS = 1 << 16;

    private final BitSet actions = new BitSet();
    private final BitSet observations = new BitSet();
    private long steps;
    private long terminals;

    void step(int action, Outcome out) {
        steps++;
        actions.set(action);
        if (out.terminal) {
            terminals++;
        }
        // no belief is ever updated after the last step
        if (!out.terminal && out.observation >= 0 && out.observation < MOST_OBSERVATIONS) {
            observations.set((int) out.observation);
        }
    }

    long steps() {
        return steps;
    }

    long terminals() {
        return terminals;
    }

    BitSet actions() {
        return actions;
    }

    BitSet observations() {
        return observations;
    }
}
