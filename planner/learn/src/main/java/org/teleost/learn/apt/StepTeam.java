package org.teleost.learn.apt;

import java.util.concurrent.Phaser;
import java.util.function.IntConsumer;

/**
 * A thread for each actor, all of which step at the same time while the caller waits for the slowest. An actor is
 * always stepped by the same thread, which a worker team that shares out its work would not grant.
 */
final class StepTeam implements AutoCloseable {
    private final IntConsumer step;
    private final Thread[] threads;
    /** Everyone arrives twice in a round: when it begins and when it ends. */
    private final Phaser phaser;

    private volatile boolean closed;

    /** @param step called with the number of the actor, must not throw */
    StepTeam(int actors, IntConsumer step) {
        this.step = step;
        phaser = new Phaser(actors + 1);
        threads = new Thread[actors];
        for (int i = 0; i < actors; i++) {
            int actor = i;
            threads[i] = new Thread(() -> serve(actor), "teleost-actor-" + i);
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    private void serve(int actor) {
        phaser.arriveAndAwaitAdvance();
        while (!closed) {
            step.accept(actor);
            phaser.arriveAndAwaitAdvance();
            phaser.arriveAndAwaitAdvance();
        }
    }

    /** One round; what the actors wrote is visible to the caller. */
    void run() {
        phaser.arriveAndAwaitAdvance();
        phaser.arriveAndAwaitAdvance();
    }

    /** Ends the threads and waits for them, whether or not the caller is interrupted; the flag is kept. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        phaser.arriveAndDeregister();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
