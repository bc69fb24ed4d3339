package org.teleost.plan;

import java.util.function.LongSupplier;

/** Measures on a machine that others use too: what is seen once is possible, what is never seen is not. */
final class Patience {
    private static final long LONGEST_NANOS = 6_000_000_000L;

    private Patience() {}

    /** The least of repeated measurements; stops at the first one below {@code enough}, or after six seconds. */
    static long least(long enough, LongSupplier measure) {
        long start = System.nanoTime();
        long least = Long.MAX_VALUE;
        while (least >= enough && System.nanoTime() - start < LONGEST_NANOS) {
            least = Math.min(least, measure.getAsLong());
        }
        return least;
    }
}
