package org.teleost.experiments.runner;

import java.lang.management.ManagementFactory;

/** Bytes allocated by a set of threads so far, as the virtual machine counts them. */
public final class AllocationMeter {
    private static final com.sun.management.ThreadMXBean THREADS =
            ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                            && bean.isThreadAllocatedMemorySupported()
                    ? bean
                    : null;
    private final long[] threads;

    public AllocationMeter(long... threads) {
        this.threads = threads.clone();
    }

    /** Sum over the threads, -1 when the virtual machine does not count. Allocates nothing itself. */
    public long bytes() {
        if (THREADS == null) {
            return -1;
        }
        long sum = 0;
        for (long thread : threads) {
            sum += Math.max(0, THREADS.getThreadAllocatedBytes(thread));
        }
        return sum;
    }

    /** Bytes since an earlier reading, -1 when unknown. */
    public long since(long earlier) {
        return THREADS == null ? -1 : bytes() - earlier;
    }
}
