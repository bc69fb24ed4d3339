package org.teleost.live;

import java.io.IOException;

/** A feed cannot be reached, or what answers is no feed that this program reads; the message says the way out. */
public final class CannotAttachException extends IOException {
    private static final long serialVersionUID = 1L;

    public CannotAttachException(String message) {
        super(message);
    }

    public CannotAttachException(String message, Throwable cause) {
        super(message, cause);
    }
}
