package org.teleost.envs.fluid.team;

import java.util.concurrent.atomic.AtomicInteger;
import org.teleost.parallel.WorkerTeam;

/**
 * Splits rows or columns into chunks and lets a few threads take them, the caller's among them. What a chunk writes
 * must depend on its rows alone; then any number of threads gives the same bits. Owned by one thread; nothing is
 * allocated per call.
 */
public final class RowTeam implements AutoCloseable {
    /** Chunks per thread: a thread that loses its core for a moment leaves the rest of its share to the others. */
    private static final int CHUNKS_PER_THREAD = 2;

    /** Work on a range of rows or columns. */
    @FunctionalInterface
    public interface Part {
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
    private final AtomicInteger nextChunk = new AtomicInteger();
    private Part part;
    private int count;
    private int chunk;

    /** A team of {@code threads}, all but one of them new; 1 does the work in the caller's. */
    public RowTeam(int threads) {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads=" + threads + "; allowed range 1 to 256");
        }
        team = threads == 1 ? null : new WorkerTeam(threads, "teleost-flow");
    }

    public int threads() {
        return team == null ? 1 : team.size();
    }

    /**
     * Runs {@code work} on 0 to {@code rows}, cut into chunks, and returns when all are done.
     *
     * @param multiple chunks begin at multiples of it
     */
    public void run(int rows, int multiple, Part work) {
        run(rows, multiple, CHUNKS_PER_THREAD, work);
    }

    /**
     * Like {@link #run}, in chunks as long as can be: one per thread. For loops along a chunk, which are slow when it
     * is short.
     */
    public void runLong(int columns, int multiple, Part work) {
        run(columns, multiple, 1, work);
    }

    private void run(int rows, int multiple, int chunksPerThread, Part work) {
        if (team == null) {
            work.run(0, 0, rows);
            return;
        }
        int pieces = chunksPerThread * team.size() * multiple;
        chunk = (rows + pieces - 1) / pieces * multiple;
        count = rows;
        part = work;
        nextChunk.set(0);
        team.run(task);
    }

    private void takeChunks(int worker) {
        for (int from = nextChunk.getAndAdd(1) * chunk; from < count; from = nextChunk.getAndAdd(1) * chunk) {
            part.run(worker, from, Math.min(from + chunk, count));
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
