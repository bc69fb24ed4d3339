package org.teleost.plan;

/** A solver's method can't take a problem; the message names the reason in one line. */
public final class UnsuitableProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsuitableProblemException(String message) {
        super(message);
    }
}
