package org.teleost.experiments.cli;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.runner.Policy;
import org.teleost.plan.StepWatch;

/** Watches the running policy for a step of its model that does not return. */
final class StepDeadline implements AutoCloseable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST_SECONDS = 86_400;

    private final RunningPolicy running;
    private final long nanos;
    private final Consumer<String> onStuck;
    private final Thread thread = new Thread(this::watch, "teleost-step-deadline");
    private volatile boolean closed;

    private StepDeadline(RunningPolicy running, long nanos, Consumer<String> onStuck) {
        this.running = running;
        this.nanos = nanos;
        this.onStuck = onStuck;
        thread.setDaemon(true);
    }

    /**
     * A watch that has yet to start.
     *
     * @param seconds longest step, 0 for no limit
     * @param onStuck told, on a thread of its own, which step it is
     */
    static StepDeadline watch(RunningPolicy running, int seconds, Consumer<String> onStuck) {
        if (seconds < 0 || seconds > MOST_SECONDS) {
            throw new ConfigException("--step-deadline " + seconds + "; allowed range 0 to " + MOST_SECONDS);
        }
        return new StepDeadline(running, TimeUnit.SECONDS.toNanos(seconds), onStuck);
    }

    void start() {
        if (nanos > 0) {
            thread.start();
        }
    }

    private void watch() {
        Policy watched = null;
        Optional<StepWatch> watch = Optional.empty();
        while (!closed) {
            Policy now = running.get();
            if (now != watched) {
                watched = now;
                watch = RunningPolicy.watch(now);
            }
            Optional<String> stuck = watch.flatMap(one -> one.look(System.nanoTime(), nanos));
            if (stuck.isPresent()) {
                onStuck.accept(stuck.get());
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
