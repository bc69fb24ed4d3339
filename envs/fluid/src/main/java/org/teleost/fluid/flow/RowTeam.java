package org.teleost.fluid.flow;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.teleost.parallel.WorkerTeam;

/**
 * Splits rows into chunks and lets a few threads take them, the caller's among them. What a chunk writes must depend on
 * its rows alone; then any number of threads gives the same bits. Owned by one thread; nothing is allocated per call.
 *
 * <p>A thread begins with its own share of the rows, the same in every call, and takes what is left of the others'
 * after it: rows stay in the cache of the core that wrote them last, and a thread that loses its core leaves its work
 * to the others. On 256 x 128 cells a flow whose threads took any chunk, and whose rows changed cores twice within a
 * projection, was no faster on two threads than on one.
 */
final class RowTeam implements AutoCloseable {
    /** Chunks per thread: a thread that loses its core for a moment leaves the rest of its share to the others. */
    private static final int CHUNKS_PER_THREAD = 2;

    /** Counters lie two cache lines apart. */
    private static final int STRIDE = 32;

    /** Work on a range of rows. */
    @FunctionalInterface
    interface Part {
        /**
         * Does the work.
         *
         * @param worker 0 to threads - 1, for scratch of its own
         * @param from first row
         * @param to one after the last row
         */
        void run(int worker, int from, int to);
    }

    private final WorkerTeam team;
    private final WorkerTeam.Task task = this::takeChunks;
    private final AtomicIntegerArray nextChunk;
    private Part part;
    private int count;
    private int chunk;
    private int chunks;

    /** A team of {@code threads}, all but one of them new; 1 does the work in the caller's. */
    RowTeam(int threads) {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads=" + threads + "; allowed range 1 to 256");
        }
        team = threads == 1 ? null : new WorkerTeam(threads, "teleost-flow");
        nextChunk = new AtomicIntegerArray(threads * STRIDE);
    }

    int threads() {
        return team == null ? 1 : team.size();
    }

    /** Runs {@code work} on 0 to {@code rows}, cut into chunks, and returns when all are done. */
    void run(int rows, Part work) {
        if (team == null) {
            work.run(0, 0, rows);
            return;
        }
        int pieces = CHUNKS_PER_THREAD * team.size();
        chunk = (rows + pieces - 1) / pieces;
        chunks = (rows + chunk - 1) / chunk;
        count = rows;
        part = work;
        for (int worker = 0; worker < team.size(); worker++) {
            nextChunk.setPlain(worker * STRIDE, firstChunk(worker));
        }
        team.run(task);
    }

    private int firstChunk(int worker) {
        return worker * chunks / team.size();
    }

    private void takeChunks(int worker) {
        final int size = team.size();
        for (int next = 0; next < size; next++) {
            takeShare(worker, (worker + next) % size);
        }
    }

    private void takeShare(int worker, int owner) {
        final int end = firstChunk(owner + 1);
        for (int c = nextChunk.getAndIncrement(owner * STRIDE);
                c < end;
                c = nextChunk.getAndIncrement(owner * STRIDE)) {
            part.run(worker, c * chunk, Math.min((c + 1) * chunk, count));
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        if (team != null) {
            team.close();
        }
    }
}
