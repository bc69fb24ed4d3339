package org.teleost.learn.checkpoint;

import java.io.IOException;

/** A checkpoint that is missing, damaged, of another version, or does not fit what it should restore. */
public final class CheckpointException extends IOException {
    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
