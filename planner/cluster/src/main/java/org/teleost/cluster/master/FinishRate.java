package org.teleost.cluster.master;

import java.util.ArrayDeque;
import java.util.Deque;

/** Cells per second over the last ones. */
final class FinishRate {
    private static final int MOST = 200;
    private static final double SPAN_SECONDS = 120;
    private final Deque<Long> times = new ArrayDeque<>();

    void finished(long now) {
        times.addLast(now);
        while (times.size() > MOST || times.size() > 2 && (now - times.peekFirst()) / 1e9 > SPAN_SECONDS) {
            times.removeFirst();
        }
    }

    /** 0 if unknown. */
    double perSecond(long now) {
        return times.size() < 2 ? 0.0 : (times.size() - 1) / Math.max(1e-9, (now - times.peekFirst()) / 1e9);
    }
}
