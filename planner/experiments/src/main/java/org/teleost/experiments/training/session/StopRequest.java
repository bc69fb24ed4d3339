package org.teleost.experiments.training.session;

import java.util.function.BooleanSupplier;

/** The wish to stop soon, from any thread. */
public final class StopRequest implements BooleanSupplier {
    private Runnable action = StopRequest::nothing;
    private boolean requested;

    /** Asks to stop; the training that runs is told at once. */
    public synchronized void request() {
        requested = true;
        action.run();
    }

    /** What to do on request; done now if that came already. */
    synchronized void onRequest(Runnable stop) {
        action = stop;
        if (requested) {
            stop.run();
        }
    }

    synchronized void nothingToStop() {
        action = StopRequest::nothing;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        return requested;
    }

    private static void nothing() {}
}
