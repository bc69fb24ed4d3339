package org.teleost.parallel;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A fixed team of threads that works on one task at a time; the caller is worker 0. Idle workers spin briefly, then
 * yield, then park, so that a hand-over inside a decision costs a fraction of a microsecond, an idle team nothing, and
 * a worker that waits takes no core from one that works: confined to one core, a flow step on two threads took 1.9
 * times as long as on one while idle workers only span, 1.02 times since they yield.
 *
 * <p>A task must be complete once the caller's part returns and those who have begun are done: a worker that did not
 * get a core in time is let off, and nobody waits for it.
 */
public final class WorkerTeam implements AutoCloseable {
    /** Turns of waiting before an idle worker parks, half a millisecond; the later ones leave the core to others. */
    private static final int TURNS_BEFORE_PARKING = 2_000;

    /**
     * Spins before a waiting worker yields: longer than a wait for a running worker, short against a time slice. Who
     * waits longer waits for a worker that has lost its core and may need this one.
     */
    private static final int SPINS_BEFORE_YIELD = 1_000;

    private static final int SPINS_WHEN_CROWDED = 50;

    /** States lie a cache line apart. */
    private static final int STRIDE = 16;

    private static final int IDLE = 0;
    private static final int OFFERED = 1;
    private static final int RUNNING = 2;

    /** What every worker runs. */
    @FunctionalInterface
    public interface Task {
        void run(int worker);
    }

    private final Thread[] threads;
    private final long[] threadIds;
    private final int size;
    private final int spinsBeforeYield;
    private final AtomicIntegerArray states;
    private volatile Task task;
    private volatile Throwable failure;
    private volatile boolean closed;

    /** A team of {@code size} workers, size - 1 of them new daemon threads. */
    public WorkerTeam(int size, String name) {
        this.size = size;
        spinsBeforeYield = size <= Runtime.getRuntime().availableProcessors() ? SPINS_BEFORE_YIELD : SPINS_WHEN_CROWDED;
        states = new AtomicIntegerArray(size * STRIDE);
        threads = new Thread[size - 1];
        threadIds = new long[size - 1];
        for (int i = 1; i < size; i++) {
            int worker = i;
            Thread thread = new Thread(() -> serve(worker), name + "-" + i);
            thread.setDaemon(true);
            thread.start();
            threads[i - 1] = thread;
            threadIds[i - 1] = thread.getId();
        }
    }

    public int size() {
        return size;
    }

    /** Ids of the threads beside the caller's (for allocation and time accounting). */
    public long[] threadIds() {
        return threadIds.clone();
    }

    /** Runs the task on the team and returns when it is complete; rethrows the first failure. */
    public void run(Task newTask) {
        start(newTask);
        awaitAll();
        rethrow();
    }

    /**
     * Runs the task like {@link #run}, but once the caller's part is done and {@code giveUp} says so, leaves behind the
     * workers that are still at it. Until {@link #awaitAll} they may go on reading and writing what the task uses.
     *
     * @return true if nobody was left behind; rethrows the first failure only then
     */
    public boolean runUntil(Task newTask, BooleanSupplier giveUp) {
        start(newTask);
        for (int worker = 1; worker < size; worker++) {
            int spins = 0;
            while (states.get(worker * STRIDE) == RUNNING) {
                if (giveUp.getAsBoolean()) {
                    return false;
                }
                relax(++spins);
            }
        }
        rethrow();
        return true;
    }

    /** Waits for workers that {@link #runUntil} left behind; their failures are forgotten. */
    public void awaitAll() {
        for (int worker = 1; worker < size; worker++) {
            int spins = 0;
            while (states.get(worker * STRIDE) == RUNNING) {
                relax(++spins);
            }
        }
    }

    private void start(Task newTask) {
        if (closed) {
            throw new IllegalStateException("worker team is closed");
        }
        awaitAll();
        failure = null;
        task = newTask;
        for (int worker = 1; worker < size; worker++) {
            states.set(worker * STRIDE, OFFERED);
            LockSupport.unpark(threads[worker - 1]);
        }
        runGuarded(newTask, 0);
        for (int worker = 1; worker < size; worker++) {
            states.compareAndSet(worker * STRIDE, OFFERED, IDLE);
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** Whether a worker of the running task has failed, so that the others need not go on. */
    public boolean failed() {
        return failure != null;
    }

    private void runGuarded(Task current, int worker) {
        try {
            current.run(worker);
        } catch (RuntimeException | Error e) {
            recordFailure(e);
        }
    }

    private synchronized void recordFailure(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    private void serve(int worker) {
        int at = worker * STRIDE;
        while (true) {
            int spins = 0;
            while (states.get(at) != OFFERED && !closed) {
                if (++spins < TURNS_BEFORE_PARKING) {
                    relax(spins);
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            if (states.compareAndSet(at, OFFERED, RUNNING)) {
                runGuarded(task, worker);
                states.set(at, IDLE);
            }
        }
    }

    /** One turn of waiting for a team-mate, after {@code spins} turns. */
    public void relax(int spins) {
        if (spins < spinsBeforeYield) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    /** Ends the threads and waits for them. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
