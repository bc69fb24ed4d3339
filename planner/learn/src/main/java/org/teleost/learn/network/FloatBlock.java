package org.teleost.learn.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An array of floats in a file: its length as an int, then the floats, all big-endian. */
public final class FloatBlock {
    private static final int CHUNK = 8192;

    private FloatBlock() {}

    public static void write(float[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        byte[] bytes = new byte[CHUNK * Float.BYTES];
        for (int start = 0; start < values.length; start += CHUNK) {
            int count = Math.min(CHUNK, values.length - start);
            ByteBuffer.wrap(bytes).asFloatBuffer().put(values, start, count);
            out.write(bytes, 0, count * Float.BYTES);
        }
    }

    /**
     * Fills {@code values}.
     *
     * @param name names the block in an error
     * @throws IOException if the stored length is not that of {@code values}, a value is not finite, or the data ends
     *     early
     */
    public static void read(float[] values, DataInput in, String name) throws IOException {
        int length = in.readInt();
        if (length != values.length) {
            throw new IOException("saved block does not fit: block=" + name + " length=" + length + " expected="
                    + values.length + "; restore it with the settings it was saved with");
        }
        byte[] bytes = new byte[CHUNK * Float.BYTES];
        for (int start = 0; start < values.length; start += CHUNK) {
            int count = Math.min(CHUNK, values.length - start);
            in.readFully(bytes, 0, count * Float.BYTES);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(values, start, count);
            for (int i = start; i < start + count; i++) {
                if (!Float.isFinite(values[i])) {
                    throw new IOException(
                            "saved block is not finite: block=" + name + " index=" + i + " value=" + values[i]);
                }
            }
        }
    }
}
