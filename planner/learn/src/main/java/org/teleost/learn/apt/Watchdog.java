package org.teleost.learn.apt;

/**
 * Notices that a collector's environment does not return. It counts only time in which it was asked: a gap between two
 * questions counts as half a deadline at most, so that a process that was suspended, or a learner that was busy, does
 * not condemn an actor for one look at the clock.
 */
final class Watchdog {
    private final long stepNanos;
    private final long resetNanos;
    private Collector collector;
    private long seenProgress;
    private long askedAt;
    private long insideNanos;

    Watchdog(AptSettings settings) {
        stepNanos = settings.stepDeadline().toNanos();
        resetNanos = settings.resetDeadline().toNanos();
    }

    void watch(Collector newCollector, long nowNanos) {
        collector = newCollector;
        seenProgress = newCollector.progress();
        askedAt = nowNanos;
        insideNanos = 0;
    }

    /** Says what hangs, null if nothing does. */
    String hang(long nowNanos) {
        long gap = nowNanos - askedAt;
        askedAt = nowNanos;
        long progress = collector.progress();
        int phase = (int) (progress & Collector.PHASE_MASK);
        if (progress != seenProgress || phase == Collector.OUTSIDE) {
            seenProgress = progress;
            insideNanos = 0;
            return null;
        }
        long deadline = phase == Collector.STEPPING ? stepNanos : resetNanos;
        insideNanos += Math.min(gap, deadline / 2);
        if (insideNanos < deadline) {
            return null;
        }
        return "environment did not return from " + (phase == Collector.STEPPING ? "a step" : "its start")
                + ": episode="
                + collector.episode() + " waitedMillis=" + insideNanos / 1_000_000 + " deadlineMillis="
                + deadline / 1_000_000 + "; raise the deadline if it is only slow";
    }
}
