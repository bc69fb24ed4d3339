package org.teleost.viewer.gl;

import org.teleost.trace.CannotDrawException;

/** There is no usable OpenGL here; the message says what was tried and how to get one. */
public final class NoGlException extends CannotDrawException {
    private static final long serialVersionUID = 1L;

    public NoGlException(String message) {
        super(message);
    }
}
