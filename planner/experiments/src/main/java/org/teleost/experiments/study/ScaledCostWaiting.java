package org.teleost.experiments.study;

import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;

/** Steps that last until a multiple of a step's time has passed since they began. */
final class ScaledCostWaiting implements Environment {
    private final Environment environment;
    private final long durationNanos;
    private final ScaledCostWait wait;
    private final Runnable onClose;
    private boolean open = true;

    ScaledCostWaiting(Environment environment, int factor, ScaledCostWait wait, Runnable onClose) {
        this.environment = environment;
        this.wait = wait;
        this.onClose = onClose;
        durationNanos = factor == 1 ? 0 : Math.multiplyExact(factor, wait.stepNanos());
    }

    @Override
    public void reset(long seed, float[] observation) {
        environment.reset(seed, observation);
    }

    /** {@inheritDoc} An interrupt ends the wait and stays set, so that a thread that is given up can end. */
    @Override
    public void step(float[] action, StepOutcome out) {
        long began = wait.clock().getAsLong();
        environment.step(action, out);
        long left = durationNanos - (wait.clock().getAsLong() - began);
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            wait.pause().accept(left);
            left = durationNanos - (wait.clock().getAsLong() - began);
        }
    }

    @Override
    public void readSignal(int signal, float[] out) {
        environment.readSignal(signal, out);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                environment.close();
            } finally {
                onClose.run();
            }
        }
    }
}
