package org.teleost.learn.checkpoint;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes the sections of one checkpoint in order, streaming: no section is held in memory. */
public final class CheckpointWriter {
    private static final int BUFFER = 1 << 16;

    /** Contents of a section. */
    @FunctionalInterface
    public interface Section {
        void write(DataOutput out) throws IOException;
    }

    private final OutputStream file;
    private final Set<String> names = new LinkedHashSet<>();
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private final DataOutputStream tableData = new DataOutputStream(table);
    private long position;

    CheckpointWriter(OutputStream file) throws IOException {
        this.file = file;
        file.write(header());
        position = CheckpointFormat.HEADER_BYTES;
    }

    /**
     * Appends a section.
     *
     * @param name not used before in this checkpoint
     */
    public void section(String name, Section section) throws IOException {
        if (!names.add(name)) {
            throw new IllegalArgumentException("checkpoint already has a section named " + name);
        }
        CheckedOutputStream checked = new CheckedOutputStream(file, new CRC32C());
        CountingStream counted = new CountingStream(new BufferedOutputStream(checked, BUFFER));
        DataOutputStream data = new DataOutputStream(counted);
        section.write(data);
        data.flush();
        tableData.writeUTF(name);
        tableData.writeLong(counted.count);
        tableData.writeInt((int) checked.getChecksum().getValue());
        position += counted.count;
    }

    /** Writes table and trailer. */
    void finish() throws IOException {
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        DataOutputStream tailData = new DataOutputStream(tail);
        tailData.writeInt(names.size());
        table.writeTo(tailData);
        tailData.writeLong(position);
        CRC32C checksum = new CRC32C();
        checksum.update(header());
        checksum.update(tail.toByteArray());
        tailData.writeInt((int) checksum.getValue());
        tailData.write(CheckpointFormat.magic());
        file.write(tail.toByteArray());
        file.flush();
    }

    private static byte[] header() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.write(CheckpointFormat.magic());
        data.writeInt(CheckpointFormat.VERSION);
        return header.toByteArray();
    }

    /** DataOutputStream counts too, but only to 2^31. */
    private static final class CountingStream extends OutputStream {
        private final OutputStream out;
        private long count;

        CountingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
