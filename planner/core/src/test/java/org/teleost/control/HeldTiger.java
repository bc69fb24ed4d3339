package org.teleost.control;

import java.util.concurrent.CountDownLatch;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Tiger whose steps do not return while it is held. */
final class HeldTiger extends TinyTiger {
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final CountDownLatch entered = new CountDownLatch(1);

    private volatile long nanos;

    /** Makes every step take so long. */
    void delay(long nanosPerStep) {
        nanos = nanosPerStep;
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** Returns when a step is being held. */
    void awaitStep() throws InterruptedException {
        entered.await();
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        super.step(state, action, stream, out);
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            Thread.onSpinWait();
        }
        CountDownLatch now = gate;
        if (now.getCount() > 0) {
            entered.countDown();
            try {
                now.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
