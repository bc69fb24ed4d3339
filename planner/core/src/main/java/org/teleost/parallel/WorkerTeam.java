package org.teleost.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed team of threads that runs one task at a time on all of them; the caller is worker 0. Workers spin briefly
 * between tasks and then park, so that a hand-over inside a decision costs about a microsecond and an idle team
 * nothing.
 */
public final class WorkerTeam implements AutoCloseable {
    private static final int SPINS = 20_000;
    private static final int SPINS_WHEN_CROWDED = 50;

    /** What every worker runs. */
    @FunctionalInterface
    public interface Task {
        void run(int worker);
    }

    private final Thread[] threads;
    private final long[] threadIds;
    private final int size;
    private final int spinsBeforeYield;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int barrierPhase;
    private volatile int generation;
    private volatile Task task;
    private volatile Throwable failure;
    private volatile boolean closed;

    /** A team of {@code size} workers, size - 1 of them new daemon threads. */
    public WorkerTeam(int size, String name) {
        this.size = size;
        // a yield gives a whole time slice to any other process, so it is for teams that share cores with themselves
        spinsBeforeYield = size <= Runtime.getRuntime().availableProcessors() ? SPINS : SPINS_WHEN_CROWDED;
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

    /** Runs the task on all workers and returns when all are done; rethrows the first failure. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // the caller alone writes the generation
    public void run(Task newTask) {
        if (closed) {
            throw new IllegalStateException("worker team is closed");
        }
        failure = null;
        task = newTask;
        running.set(size - 1);
        generation++;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        runGuarded(newTask, 0);
        int spins = 0;
        while (running.get() > 0) {
            relax(++spins);
        }
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** Waits until every worker of the running task has arrived. */
    public void barrier() {
        int phase = barrierPhase;
        if (arrived.incrementAndGet() == size) {
            arrived.set(0);
            barrierPhase = phase + 1;
            return;
        }
        int spins = 0;
        while (barrierPhase == phase) {
            relax(++spins);
        }
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
        int seen = 0;
        while (true) {
            int spins = 0;
            while (generation == seen && !closed) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            seen = generation;
            runGuarded(task, worker);
            running.decrementAndGet();
        }
    }

    private void relax(int spins) {
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
