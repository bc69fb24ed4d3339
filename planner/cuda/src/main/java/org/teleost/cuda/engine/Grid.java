package org.teleost.cuda.engine;

/**
 * How many blocks run. Threads per block are what the kernels are written for; fewer are allowed and change nothing but
 * the speed.
 *
 * @param searchBlocks blocks of the search, which keep a few hundred ids in reserve each
 * @param searchThreads threads of a block of the search, at most 128
 * @param blocks blocks of all other kernels
 */
public record Grid(int searchBlocks, int searchThreads, int blocks) {
    static final int MOST_SEARCH_THREADS = 128;
    static final int LIST_THREADS = 128;
    static final int BACKUP_THREADS = 32;
    static final int EXPLAIN_THREADS = 128;

    public Grid {
        if (searchBlocks < 1 || blocks < 1 || searchThreads < 1 || searchThreads > MOST_SEARCH_THREADS) {
            throw new IllegalArgumentException("searchBlocks=" + searchBlocks + " searchThreads=" + searchThreads
                    + " blocks=" + blocks + "; blocks must be at least 1, searchThreads 1 to " + MOST_SEARCH_THREADS);
        }
    }

    /** Fills a GPU with this many multiprocessors: eight blocks of 128 threads each. */
    public static Grid forMultiprocessors(int count) {
        return new Grid(8 * count, MOST_SEARCH_THREADS, 8 * count);
    }
}
