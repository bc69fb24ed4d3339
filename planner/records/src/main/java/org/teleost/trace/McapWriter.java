package org.teleost.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.teleost.storage.WriteFailure;

/**
 * Writes an MCAP file (https://mcap.dev/spec): uncompressed chunks with message indexes, then a summary section with
 * schemas, channels, chunk indexes and statistics. Chunks, data section and summary carry CRC32 sums.
 *
 * <p>The file grows in place, one write call per chunk, and is readable at any time: {@link McapReader} scans a file
 * that has no footer yet. The first failed write spoils the writer: what is on disk stays readable, later calls fail,
 * {@link #close} releases the file. One instance belongs to one thread.
 */
public final class McapWriter implements AutoCloseable {
    /** Bytes after which a chunk is finished. */
    public static final int CHUNK_BYTES = 1 << 20;

    private final Path file;
    private final OutputStream out;
    private final CRC32 dataCrc = new CRC32();
    private final RecordBuffer records = new RecordBuffer();
    private final ChunkBuilder chunk = new ChunkBuilder();
    private final SummaryBuilder summary = new SummaryBuilder();
    private long position;
    private boolean closed;
    private boolean failed;

    /** Creates the file, replacing one that exists; its folder must exist. */
    public McapWriter(Path file) throws IOException {
        this.file = file;
        try {
            out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
        byte[] start = fileStart();
        records.bytes(start, start.length);
    }

    /** Magic and header (no profile, library {@code teleost}) of every file that this class writes. */
    static byte[] fileStart() {
        RecordBuffer start = new RecordBuffer();
        start.bytes(McapFormat.magic(), McapFormat.MAGIC_LENGTH);
        start.begin(McapFormat.HEADER);
        start.string("");
        start.string("teleost");
        start.end();
        return Arrays.copyOf(start.array(), start.size());
    }

    /** The file being written. */
    public Path file() {
        return file;
    }

    /** Adds a schema and returns its id. */
    public int addSchema(String name, String encoding, byte[] data) throws IOException {
        requireOpen();
        McapSchema schema = new McapSchema(nextId(summary.schemas.size()), name, encoding, data.clone());
        summary.schemas.put(schema.id(), schema);
        schema.write(records);
        return schema.id();
    }

    /** Adds a channel and returns its id; {@code schema} is an id of {@link #addSchema} or 0 for none. */
    public int addChannel(int schema, String topic, String messageEncoding, Map<String, String> metadata)
            throws IOException {
        requireOpen();
        if (schema != 0 && !summary.schemas.containsKey(schema)) {
            throw new IllegalArgumentException("schema=" + schema + " is unknown; use an id from addSchema, or 0");
        }
        McapChannel channel =
                new McapChannel(nextId(summary.channels.size()), schema, topic, messageEncoding, metadata);
        summary.channels.put(channel.id(), channel);
        channel.write(records);
        return channel.id();
    }

    private int nextId(int count) {
        if (count >= 0xFFFF) {
            throw new IllegalStateException("trace " + file + " has 65535 ids of a kind already; MCAP has no more");
        }
        return count + 1;
    }

    /**
     * Adds a named record of key-value texts, with a checksum of them as one more entry, which the reader takes out.
     */
    public void metadata(String name, Map<String, String> entries) throws IOException {
        requireOpen();
        long offset = position + records.size();
        records.begin(McapFormat.METADATA);
        records.string(name);
        Map<String, String> checked = new LinkedHashMap<>(entries);
        checked.remove(McapContents.CHECKSUM);
        checked.put(McapContents.CHECKSUM, McapContents.checksum(name, checked));
        records.map(checked);
        records.end();
        summary.addMetadata(offset, position + records.size() - offset, name);
    }

    /**
     * Adds a message.
     *
     * @param channel an id of {@link #addChannel}
     * @param sequence any counter; its low 32 bits are kept
     * @param logTime nanoseconds, not negative; messages are read back fastest when times do not decrease
     * @param data content, at most 64 MiB
     */
    public void write(int channel, long sequence, long logTime, byte[] data) throws IOException {
        requireOpen();
        McapChannel target = summary.channels.get(channel);
        if (target == null || logTime < 0 || data.length > McapFormat.MAX_RECORD / 2) {
            throw new IllegalArgumentException("channel=" + channel + " logTime=" + logTime + " bytes=" + data.length
                    + " for trace " + file + "; the channel must come from addChannel, the time must not be negative, "
                    + "the message must have at most " + McapFormat.MAX_RECORD / 2 + " bytes");
        }
        chunk.add(target, summary.schemas.get(target.schemaId()), sequence, logTime, data);
        summary.countMessage(channel);
        if (chunk.size() >= CHUNK_BYTES) {
            flush();
        }
    }

    /** Finishes the current chunk and hands everything to the operating system. */
    public void flush() throws IOException {
        requireOpen();
        if (!chunk.isEmpty()) {
            summary.addChunk(chunk.moveTo(records, position));
        }
        emit(true);
    }

    private void emit(boolean dataSection) throws IOException {
        if (records.size() == 0) {
            return;
        }
        try {
            out.write(records.array(), 0, records.size());
        } catch (IOException e) {
            failed = true;
            throw WriteFailure.because(
                    file,
                    e.getMessage() + " after byte " + position
                            + "; what was flushed before stays readable, free some space or choose another folder",
                    e);
        }
        if (dataSection) {
            dataCrc.update(records.array(), 0, records.size());
        }
        position += records.size();
        records.clear();
    }

    private void requireOpen() throws IOException {
        if (closed || failed) {
            throw new IOException("trace " + file + (failed ? " failed to write before" : " is closed") + " after byte "
                    + position + "; open a new writer");
        }
    }

    /** Writes index and footer and closes the file; after a failure only closes it. A second call does nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        try {
            if (!failed) {
                flush();
                finish();
            }
        } finally {
            closed = true;
            release();
        }
    }

    private void release() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    private void finish() throws IOException {
        records.begin(McapFormat.DATA_END);
        records.u32(dataCrc.getValue());
        records.end();
        emit(false);
        summary.write(records, position);
        records.bytes(McapFormat.magic(), McapFormat.MAGIC_LENGTH);
        emit(false);
    }

    /** Closes the file as it is, without an index, for use when an error is under way already. */
    void abandon() {
        failed = true;
        try {
            close();
        } catch (IOException ignored) {
            // the first error is the one to report
        }
    }
}
