package org.teleost.live;

import java.io.IOException;

/** Bytes that are no frame of a feed. */
final class FeedFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    FeedFormatException(String message) {
        super(message);
    }
}
