package org.teleost.learn.apt;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.teleost.learn.replay.Transition;
import org.teleost.policy.PolicyNetwork;

/**
 * One life of an actor: a thread that steps its environment with the newest policy and waits for nothing but room in
 * its ring. The ring is its own, so when the actor is given up and another takes its place, whatever its thread still
 * writes is never read.
 */
final class Actor implements Runnable {
    private final Collector collector;
    private final TransitionRing ring;
    private final AtomicReference<PolicyNetwork> newest;
    private final Doorbell learner;
    private final Doorbell room = new Doorbell();
    private final LongSupplier clock;
    private final Thread thread;
    private volatile boolean ending;
    private volatile Throwable failure;
    private volatile long waitNanos;

    Actor(
            Collector collector,
            TransitionRing ring,
            AtomicReference<PolicyNetwork> newest,
            Doorbell learner,
            LongSupplier clock,
            String name) {
        this.collector = collector;
        this.ring = ring;
        this.newest = newest;
        this.learner = learner;
        this.clock = clock;
        thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try (collector) {
            while (!ending) {
                Transition slot = ring.claim();
                if (slot == null) {
                    awaitRoom();
                } else {
                    collector.step(newest.get(), slot);
                    ring.publish();
                    learner.ring();
                }
            }
        } catch (Throwable e) {
            failure = e;
        }
        learner.ring();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone writes
    private void awaitRoom() {
        long began = clock.getAsLong();
        room.listen();
        while (ring.claim() == null && !ending) {
            room.await(Long.MAX_VALUE);
            // an environment may leave the flag set, and a thread with the flag set cannot wait
            Thread.interrupted();
        }
        room.unlisten();
        waitNanos += clock.getAsLong() - began;
    }

    /** The oldest transition not yet taken, null if there is none. */
    Transition peek() {
        return ring.peek();
    }

    /** Gives the slot of {@link #peek} back. */
    void release() {
        ring.release();
        room.ring();
    }

    Collector collector() {
        return collector;
    }

    /** What ended the thread, null while it works. */
    Throwable failure() {
        return failure;
    }

    long waitNanos() {
        return waitNanos;
    }

    boolean alive() {
        return thread.isAlive();
    }

    /** Asks the thread to end after the step it is in. */
    void end() {
        ending = true;
        room.ring();
    }

    /** Ends the thread even if its environment holds it, as far as that heeds interrupts. */
    void abandon() {
        end();
        thread.interrupt();
    }

    /** Waits for the thread to end, whether or not the caller is interrupted; the flag is kept. */
    boolean join(long millis) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join(millis);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
