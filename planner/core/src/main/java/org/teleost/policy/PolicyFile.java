package org.teleost.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teleost.storage.WholeFile;

/**
 * Policies on disk: a small binary file with a checksum, same bytes for the same content. All numbers are big-endian.
 *
 * <pre>
 * 8 bytes   89 'T' 'P' 'O' 'L' 0D 0A 1A
 * int       format version, now 1
 * long      length of the file in bytes
 * text      name of the problem
 * long      version of the policy
 * 2 floats  clip of log sigma: low, high
 * int       action size m, then m floats of lower and m floats of upper bounds
 * int       number of layers, then for each: int inputs, int outputs, byte activation (0 none, 1 rectifier, 2 tanh),
 *           inputs * outputs floats of weights, row-major, outputs floats of bias
 * int       number of facts, then for each: text key, text value; keys ascending
 * int       CRC-32C of all bytes before
 * </pre>
 *
 * A text is its length in bytes as an int, then UTF-8. A file whose checksum fits has exactly the numbers written, up
 * to a chance of one in four thousand million.
 */
public final class PolicyFile {

    /** No policy file is longer. */
    public static final int MAX_BYTES = PolicyCodec.MAX_BYTES;

    private PolicyFile() {}

    /**
     * Writes a file, or replaces it, in one step: whoever opens {@code path}, also after a power failure, finds the old
     * content or the new.
     *
     * @throws IllegalArgumentException if the network exceeds the format's limits (64 MiB, 64 layers, 65 536 outputs)
     * @throws IOException if the folder cannot be written
     */
    public static void write(Path path, SavedPolicy policy) throws IOException {
        WholeFile.write(path, PolicyCodec.encode(policy));
    }

    /** Whether these are the first 8 bytes of a policy file, damaged or not. */
    public static boolean isStart(byte[] bytes) {
        return bytes.length >= Long.BYTES && ByteBuffer.wrap(bytes).getLong() == PolicyCodec.MAGIC;
    }

    /** The bytes of a file. */
    public static byte[] toBytes(SavedPolicy policy) {
        return PolicyCodec.encode(policy);
    }

    /**
     * The policy of a file's bytes.
     *
     * @param source what to call them in messages
     * @throws PolicyFileException if they are damaged, cut short, no policy, of a newer format or too large
     */
    public static SavedPolicy fromBytes(byte[] bytes, String source) throws PolicyFileException {
        return PolicyCodec.decode(bytes, source);
    }

    /**
     * Reads a file.
     *
     * @throws PolicyFileException if it is damaged, cut short, no policy file, of a newer format or too large
     * @throws IOException if it cannot be read at all
     */
    public static SavedPolicy read(Path path) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            // one byte more than allowed, so that a larger file shows without being read
            bytes = in.readNBytes(PolicyCodec.MAX_BYTES + 1);
        }
        return PolicyCodec.decode(bytes, path.toString());
    }
}
