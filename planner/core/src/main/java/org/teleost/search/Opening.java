package org.teleost.search;

import org.teleost.belief.ParticleBelief;

/** What a decision finds out about the root's actions before the tree is begun; the tree draws new actions from it. */
interface Opening {
    /** Forgets the last decision's. */
    void clear();

    /**
     * Finds it out for a belief.
     *
     * @param episodes to spend at most
     * @param stopNanos {@link System#nanoTime} to stop at, {@link Long#MAX_VALUE} for never; work that it cuts off is
     *     lost
     * @return episodes spent
     */
    long open(ParticleBelief belief, ParticlePicker picker, long episodes, long stopNanos);

    /** Simulated steps of this decision's. */
    long steps();
}
