package org.teleost.experiments.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/**
 * When the next fault is due, shared by all environments of a run: whichever takes a step first after the time has come
 * gets it. The kinds take turns. Safe for use by several threads.
 */
final class FaultSchedule {
    private final List<FaultKind> kinds;
    private final long intervalNanos;
    private final LongSupplier clock;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<FaultKind, Long> injected = new EnumMap<>(FaultKind.class);
    private boolean started;
    private boolean ended;
    private long dueAt;
    private int next;

    /** @param kinds at least one; the first fault comes an interval after {@link #start} */
    FaultSchedule(List<FaultKind> kinds, double intervalSeconds, LongSupplier clock) {
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
        intervalNanos = (long) (intervalSeconds * 1e9);
    }

    synchronized void start() {
        started = true;
        dueAt = clock.getAsLong() + intervalNanos;
    }

    /** No further faults; environments that hang go on. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        over.countDown();
    }

    /** The fault for the caller, null if none is due. */
    synchronized FaultKind take() {
        long now = clock.getAsLong();
        if (!started || ended || now - dueAt < 0) {
            return null;
        }
        FaultKind kind = kinds.get(next);
        next = (next + 1) % kinds.size();
        injected.merge(kind, 1L, Long::sum);
        dueAt += intervalNanos;
        if (dueAt - now < 0) {
            // after a suspension of the process: what was missed does not come all at once
            dueAt = now + intervalNanos;
        }
        return kind;
    }

    /** Returns at the end of the faults, or when interrupted; the flag then stays set. */
    void hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized long injected(FaultKind kind) {
        return injected.getOrDefault(kind, 0L);
    }
}
