package org.teleost.viewer.gl;

/** There is no usable OpenGL here; the message says what was tried and how to get one. */
public final class NoGlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoGlException(String message) {
        super(message);
    }
}
