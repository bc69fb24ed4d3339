package org.teleost.plan;

import org.teleost.fixtures.TinyTiger;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Tiger whose simulator takes its time: every step is busy for 20 microseconds. */
final class SlowTiger extends TinyTiger {
    static final long NANOS_PER_STEP = 20_000;

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        long end = System.nanoTime() + NANOS_PER_STEP;
        super.step(state, action, stream, out);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
