package org.teleost.trace;

import java.io.IOException;

/** Bytes that are not the record they should be; readers turn it into an entry of the damage list. */
final class DamagedRecordException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedRecordException(String message) {
        super(message);
    }
}
