package org.teleost.plan;

/** Time of one decision: when to stop searching so that the backup and the answer still fit. */
final class DeadlineClock {
    /** Bounds of the time kept free for the explanation and for what the prediction of the backup misses. */
    private static final double SMALLEST_MARGIN_NANOS = 60_000;

    private static final double LARGEST_MARGIN_NANOS = 500_000;

    /** The margin grows by a part of each delay and forgets slowly: late decisions are to be rare. */
    private static final double LATE_SHARE = 0.5;

    private static final double FORGETTING = 0.99;

    private static final double FIRST_GUESS_NANOS_PER_NODE = 200.0;
    private static final double SMOOTHING = 0.2;

    private double backupNanosPerNode = FIRST_GUESS_NANOS_PER_NODE;
    private double margin = SMALLEST_MARGIN_NANOS;
    private long started;
    private long deadline;
    private boolean timed;

    void start(long now, Budget budget) {
        started = now;
        timed = budget.timed();
        // a budget of centuries ends never rather than before it began
        boolean reachable = timed && now <= Long.MAX_VALUE - budget.nanos();
        deadline = reachable ? now + budget.nanos() : Long.MAX_VALUE;
    }

    /** When this share of the decision's time is over. */
    long shareOver(double share) {
        return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : started + (long) (share * (deadline - started));
    }

    /** When the last block of episodes may start, apart from the time for its backup. */
    long searchDeadline() {
        return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - (long) margin;
    }

    /** The same for passes that somebody may stop: where there is no limit, one that never comes. */
    long stoppableDeadline() {
        return Math.min(searchDeadline(), Long.MAX_VALUE - 1);
    }

    /** Predicted backup time per node that the pass visited. */
    double backupNanosPerNode() {
        return backupNanosPerNode;
    }

    /** Learns from a backup that took so long on so many workers; the last one of a decision has but one. */
    void backupTook(long nanos, int workers, int nodes) {
        if (nodes > 0) {
            double fresh = (double) nanos * workers / nodes;
            backupNanosPerNode += SMOOTHING * (fresh - backupNanosPerNode);
        }
    }

    boolean timeIsUp() {
        return timed && System.nanoTime() >= deadline - (long) margin;
    }

    /** Learns from by how many nanoseconds the decision was late, 0 when in time or without a limit. */
    void answered(long late) {
        if (timed) {
            margin = Math.max(SMALLEST_MARGIN_NANOS, FORGETTING * margin);
            margin = Math.min(LARGEST_MARGIN_NANOS, margin + LATE_SHARE * late);
        }
    }
}
