package org.teleost.viewer.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The parts of PNG files (W3C PNG, third edition): signature, chunks, filtered and deflated pixels. */
final class PngChunks {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int UNFILTERED = 0;
    private static final int BYTES_PER_PIXEL = 3;

    private final DataOutputStream out;

    PngChunks(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void header(int width, int height) throws IOException {
        out.write(SIGNATURE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(width);
        data.writeInt(height);
        // 8 bits, red green blue, deflate, adaptive filters, not interlaced
        data.write(new byte[] {8, 2, 0, 0, 0});
        chunk("IHDR", bytes.toByteArray());
    }

    void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    void end() throws IOException {
        chunk("IEND", new byte[0]);
        out.flush();
    }

    /** Pixels as a zlib stream, rows unfiltered: for flat drawings that is smaller than any of the filters. */
    static byte[] deflate(Picture picture, int level) throws IOException {
        int stride = BYTES_PER_PIXEL * picture.width();
        byte[] rgb = picture.rgb();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        Deflater deflater = new Deflater(level);
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(bytes, deflater, 1 << 14)) {
            for (int y = 0; y < picture.height(); y++) {
                zlib.write(UNFILTERED);
                zlib.write(rgb, y * stride, stride);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
