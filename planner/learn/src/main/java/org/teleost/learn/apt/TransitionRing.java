package org.teleost.learn.apt;

import java.util.concurrent.atomic.AtomicLong;
import org.teleost.learn.replay.Transition;

/**
 * Hands transitions from one thread to another: a bounded ring of transitions allocated once, with one writer and one
 * reader. A slot belongs to the writer from {@link #claim} to {@link #publish} and to the reader from {@link #peek} to
 * {@link #release}.
 */
final class TransitionRing {
    private final Transition[] slots;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    TransitionRing(int capacity, int observationSize, int actionSize) {
        slots = new Transition[capacity];
        for (int i = 0; i < capacity; i++) {
            slots[i] = new Transition(observationSize, actionSize);
        }
    }

    /** The writer's next slot, null while the ring is full. */
    Transition claim() {
        long index = written.get();
        return index - taken.get() == slots.length ? null : slots[(int) (index % slots.length)];
    }

    /** Gives the claimed slot to the reader. */
    void publish() {
        written.set(written.get() + 1);
    }

    /** The oldest transition not yet taken, null if there is none. */
    Transition peek() {
        long index = taken.get();
        return index == written.get() ? null : slots[(int) (index % slots.length)];
    }

    /** Gives the slot of {@link #peek} back to the writer. */
    void release() {
        taken.set(taken.get() + 1);
    }
}
