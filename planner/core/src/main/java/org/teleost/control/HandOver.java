package org.teleost.control;

import org.teleost.plan.Budget;

/**
 * How long before the caller's deadline the plan has to be ready, so that it gets to the caller's thread in time.
 * Learns from what came too late; forgets slowly. Belongs to the caller's thread.
 */
final class HandOver {
    private static final double SMALLEST_NANOS = 100_000;
    private static final double LARGEST_NANOS = 1_500_000;

    /** A decision without a plan costs more than planning a little less. */
    private static final double MISSED = 1.5;

    private static final double FORGETTING = 0.995;

    /** Of a short budget this much is left for planning whatever happens. */
    private static final double LARGEST_SHARE = 0.3;

    private double margin = SMALLEST_NANOS;

    /** When the plan has to be ready, {@link Long#MAX_VALUE} for whenever. */
    long planBy(long deadline, Budget budget) {
        if (deadline == Long.MAX_VALUE) {
            return deadline;
        }
        return deadline - (long) Math.min(margin, LARGEST_SHARE * budget.nanos());
    }

    /** Learns whether the plan came, and by how much the caller was late. */
    void answered(boolean inTime, long late) {
        margin = inTime ? FORGETTING * margin + 0.5 * late : MISSED * margin;
        margin = Math.max(SMALLEST_NANOS, Math.min(LARGEST_NANOS, margin));
    }
}
