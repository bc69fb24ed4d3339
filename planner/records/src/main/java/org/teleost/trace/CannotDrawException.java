package org.teleost.trace;

/** This machine cannot draw: no display, or no OpenGL. The message says what was tried and the way out. */
public class CannotDrawException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotDrawException(String message) {
        super(message);
    }
}
