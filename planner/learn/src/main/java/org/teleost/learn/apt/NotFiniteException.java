package org.teleost.learn.apt;

/** An observation, reward or action that is infinite or NaN. */
final class NotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFiniteException(String message) {
        super(message);
    }
}
