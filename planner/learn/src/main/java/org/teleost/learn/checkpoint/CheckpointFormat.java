package org.teleost.learn.checkpoint;

import java.nio.charset.StandardCharsets;

/** Constants of the container's layout. */
final class CheckpointFormat {
    static final int VERSION = 1;
    static final int HEADER_BYTES = 8 + 4;
    static final int TRAILER_BYTES = 8 + 4 + 8;

    /** Far above any real table: a damaged length must not ask for all memory. */
    static final int MAX_TABLE_BYTES = 1 << 20;

    private static final String MAGIC = "TELEOSTC";

    private CheckpointFormat() {}

    static byte[] magic() {
        return MAGIC.getBytes(StandardCharsets.US_ASCII);
    }
}
