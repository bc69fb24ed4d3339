package org.teleost.trace;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The bytes that a file had when it was opened. Small reads go through a window, so reading record after record costs
 * few system calls. Not a FileChannel: an interrupted thread would close it.
 */
final class TraceFile implements Closeable {
    private static final int WINDOW = 1 << 16;

    final Path path;
    private final RandomAccessFile file;
    private final long size;
    private final byte[] window = new byte[WINDOW];
    private boolean checksums;
    private long windowStart;
    private int windowLength;

    TraceFile(Path path) throws IOException {
        this.path = path;
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a folder; name a trace in it");
        }
        try {
            file = new RandomAccessFile(path.toFile(), "r");
        } catch (IOException e) {
            throw new IOException("cannot open trace " + path + ": " + e.getMessage(), e);
        }
        size = file.length();
    }

    long size() {
        return size;
    }

    /** True when the header is that of {@link McapWriter}, which gives every chunk a CRC. */
    boolean hasChecksums() {
        return checksums;
    }

    /** Throws unless the file starts with the magic of MCAP version 0. */
    void requireMagic() throws IOException {
        byte[] start = read(0, Math.min(size, McapFormat.MAGIC_LENGTH));
        if (McapFormat.isMagic(start, 0)) {
            byte[] own = McapWriter.fileStart();
            checksums = Arrays.equals(read(0, Math.min(size, own.length)), own);
            return;
        }
        StringBuilder found = new StringBuilder();
        for (byte b : start) {
            found.append(String.format(" %02x", b));
        }
        throw new IOException(path + " is not an MCAP file (version 0): it has " + size + " bytes and starts with"
                + (start.length == 0 ? " nothing" : found) + ", expected 89 4d 43 41 50 30 0d 0a; check the path");
    }

    /** Reads exactly these bytes; refuses what lies outside the file or is larger than one record may be. */
    byte[] read(long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || length > size - offset) {
            throw new DamagedRecordException("offset=" + Long.toUnsignedString(offset) + " length="
                    + Long.toUnsignedString(length) + " lies outside the file of " + size + " bytes");
        }
        if (length > McapFormat.MAX_RECORD) {
            throw new DamagedRecordException("length=" + length + " at byte " + offset + " exceeds the limit of "
                    + McapFormat.MAX_RECORD + " bytes per record; write smaller chunks");
        }
        int count = (int) length;
        if (count > WINDOW / 2) {
            byte[] bytes = new byte[count];
            fill(offset, bytes, count);
            return bytes;
        }
        if (offset < windowStart || offset + count > windowStart + windowLength) {
            windowLength = 0;
            int available = (int) Math.min(WINDOW, size - offset);
            fill(offset, window, available);
            windowStart = offset;
            windowLength = available;
        }
        int from = (int) (offset - windowStart);
        return Arrays.copyOfRange(window, from, from + count);
    }

    private void fill(long offset, byte[] target, int count) throws IOException {
        try {
            file.seek(offset);
            file.readFully(target, 0, count);
        } catch (EOFException e) {
            throw new DamagedRecordException(
                    "bytes " + offset + " to " + (offset + count) + " vanished while " + path + " was open");
        } catch (IOException e) {
            throw new IOException("cannot read trace " + path + " at byte " + offset + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
