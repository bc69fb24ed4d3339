package org.teleost.experiments.study;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How the steps of {@link ScaledCost#waiting} pass their time.
 *
 * @param stepNanos time of one step at factor 1, positive
 * @param clock nanoseconds, in the manner of {@link System#nanoTime}
 * @param pause waits for about so many nanoseconds; may return early
 */
public record ScaledCostWait(long stepNanos, LongSupplier clock, LongConsumer pause) {

    /** @throws IllegalArgumentException if the time is not positive */
    public ScaledCostWait {
        if (stepNanos < 1) {
            throw new IllegalArgumentException("stepNanos=" + stepNanos + "; a step takes at least 1 nanosecond");
        }
    }

    /** Waits without using a processor. */
    public static ScaledCostWait parking(long stepNanos, LongSupplier clock) {
        return new ScaledCostWait(stepNanos, clock, LockSupport::parkNanos);
    }
}
