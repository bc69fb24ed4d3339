package org.teleost.policy;

import java.io.IOException;

/** A policy file was refused: it is damaged, cut short, of another kind or of a newer format. */
public final class PolicyFileException extends IOException {

    PolicyFileException(String message) {
        super(message);
    }

    PolicyFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
