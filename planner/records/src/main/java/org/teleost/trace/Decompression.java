package org.teleost.trace;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/**
 * The two compressions of MCAP, which other tools write (https://mcap.dev/spec/registry). The libraries for them are
 * optional: a recorder does without.
 */
final class Decompression {
    /** Texts shrink to a hundredth at best; what promises more is made to use up memory and time. */
    static final int MOST = 1000;

    private Decompression() {}

    /** Whether the standard knows a compression of this name. */
    static boolean isKnown(String name) {
        return name.equals("zstd") || name.equals("lz4");
    }

    /**
     * The bytes that a chunk's content stands for.
     *
     * @param size how many the chunk says there are
     * @throws DamagedRecordException if the content is malformed or stands for another number of bytes
     * @throws IOException naming the file if the library is missing
     */
    static byte[] decompress(TraceFile file, String name, RecordView content, long size) throws IOException {
        long most = Math.min(McapFormat.MAX_RECORD, (long) MOST * content.remaining());
        if (size < 0 || size > most) {
            throw new DamagedRecordException("chunk says that its " + content.remaining() + " bytes stand for "
                    + Long.toUnsignedString(size) + ", more than the limit of " + most + "; write smaller chunks");
        }
        byte[] bytes;
        try (InputStream plain = open(name, content)) {
            // grows as bytes come, and stops one byte after what was promised
            bytes = plain.readNBytes((int) size + 1);
        } catch (NoClassDefFoundError e) {
            throw new IOException(
                    file.path + ": its chunks are compressed (" + name
                            + ") and the library for it is not there; add it, "
                            + "or convert the file: mcap decompress " + file.path + " -o PLAIN.mcap",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new DamagedRecordException("its " + name + " content is malformed: " + e.getMessage());
        }
        if (bytes.length != size) {
            throw new DamagedRecordException("chunk says it has " + size + " bytes but has "
                    + (bytes.length > size ? "more" : String.valueOf(bytes.length)));
        }
        return bytes;
    }

    private static InputStream open(String name, RecordView content) throws IOException {
        InputStream in = new ByteArrayInputStream(content.array(), content.position(), content.remaining());
        return name.equals("zstd") ? Zstd.over(in) : Lz4.over(in);
    }

    /** Classes of their own, so that a missing library shows when it is needed and not before. */
    private static final class Zstd {
        static InputStream over(InputStream in) throws IOException {
            return new ZstdInputStream(in);
        }
    }

    private static final class Lz4 {
        static InputStream over(InputStream in) throws IOException {
            return new FramedLZ4CompressorInputStream(in, true);
        }
    }
}
