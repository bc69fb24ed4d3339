package org.teleost.solvers.tabular;

/** A table would be larger than {@link Limits} allow; the message names the quantity and its limit. */
public final class TooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(String message) {
        super(message);
    }
}
