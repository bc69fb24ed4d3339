package org.teleost.plan;

/** Time of one decision: when to stop searching so that the backup and the answer still fit. */
final class DeadlineClock {
    /** Time kept free for the explanation and the hand-over of threads. */
    private static final long MARGIN_NANOS = 60_000;

    private static final double FIRST_GUESS_NANOS_PER_STEP = 60.0;
    private static final double SMOOTHING = 0.2;

    private double backupNanosPerStep = FIRST_GUESS_NANOS_PER_STEP;
    private long deadline;
    private boolean timed;

    void start(long now, Budget budget) {
        timed = budget.timed();
        deadline = timed ? now + budget.nanos() : Long.MAX_VALUE;
    }

    /** When the last block of episodes may start, apart from the time for its backup. */
    long searchDeadline() {
        return timed ? deadline - MARGIN_NANOS : Long.MAX_VALUE;
    }

    /** Predicted backup time per simulated step of the pass. */
    double backupNanosPerStep() {
        return backupNanosPerStep;
    }

    void backupTook(long nanos, long steps) {
        if (steps > 0) {
            double fresh = (double) nanos / steps;
            backupNanosPerStep += SMOOTHING * (fresh - backupNanosPerStep);
        }
    }

    boolean timeIsUp() {
        return timed && System.nanoTime() >= deadline - MARGIN_NANOS;
    }

    long overshoot(long end) {
        return timed ? Math.max(0, end - deadline) : 0;
    }
}
