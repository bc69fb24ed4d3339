package org.teleost.learn.checkpoint;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/** A checkpoint open for reading, every byte of which has been verified. */
public final class Checkpoint implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** Reads a section. */
    @FunctionalInterface
    public interface Section {
        void read(DataInput in) throws IOException;
    }

    private record Extent(long offset, long length, int checksum) {}

    private final Path path;
    private final RandomAccessFile file;
    private final Map<String, Extent> sections = new LinkedHashMap<>();

    private Checkpoint(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the file and verifies all of it.
     *
     * @throws CheckpointException if it is missing, damaged, cut short, or of another version
     */
    static Checkpoint open(Path path) throws CheckpointException {
        if (!Files.isRegularFile(path)) {
            throw new CheckpointException("no checkpoint at " + path);
        }
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(path.toFile(), "r");
            Checkpoint checkpoint = new Checkpoint(path, file);
            checkpoint.readTable();
            checkpoint.verifySections();
            return checkpoint;
        } catch (IOException e) {
            closeQuietly(file);
            if (e instanceof CheckpointException known) {
                throw known;
            }
            throw new CheckpointException("cannot read checkpoint " + path + ": " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(RandomAccessFile file) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // the first error is the one to report
            }
        }
    }

    private void readTable() throws IOException {
        long size = file.length();
        if (size < CheckpointFormat.HEADER_BYTES + CheckpointFormat.TRAILER_BYTES) {
            throw damaged("size=" + size + " bytes is too short");
        }
        byte[] header = bytes(0, CheckpointFormat.HEADER_BYTES);
        byte[] trailer = bytes(size - CheckpointFormat.TRAILER_BYTES, CheckpointFormat.TRAILER_BYTES);
        byte[] magic = CheckpointFormat.magic();
        if (!Arrays.equals(header, 0, magic.length, magic, 0, magic.length)) {
            throw damaged("it does not start with the magic of a checkpoint");
        }
        ByteBuffer end = ByteBuffer.wrap(trailer);
        long tableAt = end.getLong();
        int checksum = end.getInt();
        if (!Arrays.equals(trailer, end.position(), trailer.length, magic, 0, magic.length)) {
            throw damaged("it ends early or was overwritten: no magic at its end");
        }
        long tableBytes = size - CheckpointFormat.TRAILER_BYTES - tableAt;
        if (tableAt < CheckpointFormat.HEADER_BYTES
                || tableBytes < 4
                || tableBytes > CheckpointFormat.MAX_TABLE_BYTES) {
            throw damaged("its table cannot be at byte " + tableAt);
        }
        byte[] table = bytes(tableAt, (int) tableBytes);
        CRC32C actual = new CRC32C();
        actual.update(header);
        actual.update(table);
        actual.update(trailer, 0, 8);
        if ((int) actual.getValue() != checksum) {
            throw damaged("checksum of its table is wrong");
        }
        int version = ByteBuffer.wrap(header).getInt(magic.length);
        if (version != CheckpointFormat.VERSION) {
            throw new CheckpointException("checkpoint " + path + " has version=" + version + "; this program reads "
                    + CheckpointFormat.VERSION);
        }
        parseTable(table, tableAt);
    }

    private void parseTable(byte[] table, long tableAt) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(table));
        long offset = CheckpointFormat.HEADER_BYTES;
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            long length = in.readLong();
            int checksum = in.readInt();
            if (length < 0 || length > tableAt - offset) {
                throw damaged("section " + name + " has length=" + length);
            }
            sections.put(name, new Extent(offset, length, checksum));
            offset += length;
        }
        if (offset != tableAt || in.available() > 0) {
            throw damaged("its sections end at byte " + offset + " and its table begins at byte " + tableAt);
        }
    }

    private void verifySections() throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (Map.Entry<String, Extent> entry : sections.entrySet()) {
            CRC32C checksum = new CRC32C();
            try (InputStream in = new SectionStream(entry.getValue())) {
                for (int n = in.read(buffer, 0, BUFFER); n > 0; n = in.read(buffer, 0, BUFFER)) {
                    checksum.update(buffer, 0, n);
                }
            }
            if ((int) checksum.getValue() != entry.getValue().checksum) {
                throw damaged("checksum of section " + entry.getKey() + " is wrong");
            }
        }
    }

    private CheckpointException damaged(String how) {
        return new CheckpointException(
                "checkpoint " + path + " is damaged: " + how + "; delete it or resume from an earlier one");
    }

    private byte[] bytes(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }

    /** Where it was read from. */
    public Path path() {
        return path;
    }

    /** Names of the sections in the order in which they were written. */
    public Set<String> sections() {
        return Set.copyOf(sections.keySet());
    }

    /**
     * Reads a section.
     *
     * @throws CheckpointException if there is none of that name, the reader fails, or it leaves bytes unread
     */
    public void section(String name, Section section) throws CheckpointException {
        Extent extent = sections.get(name);
        if (extent == null) {
            throw new CheckpointException(
                    "checkpoint " + path + " has no section named " + name + "; it has " + sections.keySet());
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new SectionStream(extent), BUFFER))) {
            section.read(in);
            if (in.read() >= 0) {
                throw new IOException("bytes are left over");
            }
        } catch (EOFException e) {
            throw new CheckpointException("section " + name + " of checkpoint " + path + " ends early", e);
        } catch (IOException | RuntimeException e) {
            throw new CheckpointException(
                    "section " + name + " of checkpoint " + path + " does not fit: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class SectionStream extends InputStream {
        private long position;
        private long left;

        SectionStream(Extent extent) {
            position = extent.offset;
            left = extent.length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int wanted = (int) Math.min(length, left);
            file.seek(position);
            file.readFully(to, offset, wanted);
            position += wanted;
            left -= wanted;
            return wanted;
        }
    }
}
