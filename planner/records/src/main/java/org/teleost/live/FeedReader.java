package org.teleost.live;

import java.util.concurrent.locks.LockSupport;

/** Reads a feed in order, at its own pace. Belongs to one thread; only {@link #close} may come from another. */
public final class FeedReader implements AutoCloseable {
    private final LiveFeed feed;
    private long next;
    private long dropped;
    private volatile Thread waiting;

    FeedReader(LiveFeed feed, long first) {
        this.feed = feed;
        next = first;
    }

    /** The next record, null when there is none by now. */
    public LiveRecord next() {
        while (next < feed.head()) {
            LiveRecord record = feed.record(next);
            if (record != null) {
                next++;
                return record;
            }
            long oldest = feed.tail();
            dropped += oldest - next;
            next = oldest;
        }
        return null;
    }

    /** Records that this reader was too slow for. */
    public long dropped() {
        return dropped;
    }

    /** Waits until there is a record, the time is over or the thread is interrupted; true when there is one. */
    public boolean await(long nanos) {
        long deadline = System.nanoTime() + nanos;
        waiting = Thread.currentThread();
        try {
            long left = nanos;
            while (next >= feed.head() && left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(this, left);
                left = deadline - System.nanoTime();
            }
        } finally {
            waiting = null;
        }
        return next < feed.head();
    }

    void wake() {
        Thread thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void close() {
        feed.remove(this);
    }
}
