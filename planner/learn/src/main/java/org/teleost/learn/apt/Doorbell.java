package org.teleost.learn.apt;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets one thread wait for others. The waiter says that it listens, looks once more whether there is something to do,
 * and only then parks; a ring between the look and the parking is not lost. Ringing costs one read while nobody
 * listens.
 */
final class Doorbell {
    private volatile Thread listener;

    /** From now on a ring wakes the calling thread. */
    void listen() {
        listener = Thread.currentThread();
    }

    /** Waits for a ring, at most so many nanoseconds; may return early. */
    void await(long nanos) {
        if (listener == Thread.currentThread()) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /** Ends listening. */
    void unlisten() {
        listener = null;
    }

    void ring() {
        Thread waiting = listener;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }
}
