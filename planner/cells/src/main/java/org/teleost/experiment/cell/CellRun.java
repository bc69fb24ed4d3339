package org.teleost.experiment.cell;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Computes the cells that a store lacks, several at a time. */
public final class CellRun {
    private final CellStore store;
    private final CellWork work;
    private final CellListener listener;
    private final BooleanSupplier stop;
    private final int total;
    private final Iterator<String> missing;
    private final double[] fractions;
    private int finished;
    private Throwable failure;

    private CellRun(CellRound round, List<String> missing, int threads) {
        store = round.store();
        work = round.work();
        listener = round.listener();
        stop = round.stop();
        total = round.keys().size();
        finished = total - missing.size();
        fractions = new double[threads];
        this.missing = missing.iterator();
    }

    /**
     * Reports the finished cells among {@code keys}, then has the others computed as the store's
     * {@link CellStore#sharing} does it: by this process in their order unless told otherwise. Each is kept as soon as
     * it is finished. Returns when all are, or soon after {@code stop} says so.
     *
     * @param keys all different
     * @param threads cells under way at once; the caller's thread waits
     * @return true if all cells are finished
     * @throws RuntimeException what {@code work} or {@code listener} threw first, after the other threads have ended
     */
    public static boolean run(
            List<String> keys,
            int threads,
            CellStore store,
            BooleanSupplier stop,
            CellWork work,
            CellListener listener) {
        return store.sharing().run(new CellRound(keys, threads, store, stop, work, listener));
    }

    /** Computes all that is missing on threads of this process. */
    static boolean compute(CellRound round) {
        List<String> missing = new ArrayList<>();
        for (String key : round.keys()) {
            Optional<Cell> earlier = round.store().find(key);
            earlier.ifPresentOrElse(cell -> round.listener().finished(cell, true), () -> missing.add(key));
        }
        int needed = Math.min(round.threads(), missing.size());
        CellRun run = new CellRun(round, missing, needed);
        run.onThreads(needed);
        return run.finished == run.total;
    }

    private void onThreads(int count) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int worker = i;
            Thread thread = new Thread(() -> serve(worker), "teleost-cell-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    // the caller wants to leave: the cells under way are given up
                    interrupted = true;
                    fail(new IllegalStateException("interrupted"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        } else if (failure instanceof Error error) {
            throw error;
        }
    }

    private void serve(int worker) {
        try {
            for (String key = next(); key != null; key = next()) {
                progress(worker, 0.0, key);
                Optional<Cell> cell = work.compute(key, monitor(worker, key));
                finish(worker, key, cell);
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private synchronized String next() {
        return !stopRequested() && missing.hasNext() ? missing.next() : null;
    }

    private synchronized boolean stopRequested() {
        return failure != null || stop.getAsBoolean();
    }

    private synchronized void progress(int worker, double fraction, String key) {
        fractions[worker] = fraction;
        double done = finished;
        for (double part : fractions) {
            done += part;
        }
        listener.progress(done, total, key);
    }

    private synchronized void finish(int worker, String key, Optional<Cell> cell) {
        fractions[worker] = 0.0;
        if (cell.isEmpty()) {
            if (!stopRequested()) {
                throw new IllegalStateException("cell '" + key + "' ended without a result and was not asked to stop");
            }
            return;
        }
        if (!cell.get().key().equals(key)) {
            throw new IllegalStateException(
                    "cell '" + key + "' came back as '" + cell.get().key() + "'");
        }
        store.add(cell.get());
        finished++;
        listener.finished(cell.get(), false);
        progress(worker, 0.0, key);
    }

    private synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    private CellMonitor monitor(int worker, String key) {
        return new CellMonitor() {
            @Override
            public void progress(double fraction) {
                CellRun.this.progress(worker, fraction, key);
            }

            @Override
            public boolean stopRequested() {
                return CellRun.this.stopRequested();
            }
        };
    }
}
