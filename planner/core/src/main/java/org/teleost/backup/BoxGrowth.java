package org.teleost.backup;

import org.teleost.random.Elementary;

/** How many actions of a box a node samples: progressive widening. */
final class BoxGrowth {
    /** Actions of a node of N visits: at most FIRST * N^GROWTH. */
    private static final double FIRST = 3.0;

    private static final double GROWTH = 0.4;

    /** Largest probability of sampling a new action at a node that has some. */
    static final double MOST_NEW = 0.5;

    private BoxGrowth() {}

    /** Most actions of a node with so many visits. */
    static int limit(int visits) {
        return (int) (FIRST * Elementary.exp(GROWTH * Elementary.log(Math.max(1, visits))));
    }
}
