package org.teleost.trace;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * How a signal's values stand in a trace, as base64 of little-endian numbers:
 *
 * <ul>
 *   <li>{@value #EXACT}: 32-bit floats, for signals of at most {@link #MOST_EXACT} values.
 *   <li>{@value #PACKED}: 16-bit integers, each less the one before it (modulo 2^16), deflated by zlib (RFC 1950), for
 *       larger signals; value = scale * integer. Neighbours differ little, so the differences pack twice as well as the
 *       integers would. The largest magnitude takes the integer {@link #LEVELS}, so that no value is off by more than
 *       1/8190 of it; -32768 is a value that is not finite (read as NaN).
 * </ul>
 */
public final class SignalCode {
    public static final String EXACT = "f32";
    public static final String PACKED = "i16-delta-zlib";

    /** Signals with more values than these are packed. */
    public static final int MOST_EXACT = 4096;

    /** Integers on either side of zero; finer ones would store noise. */
    public static final int LEVELS = 4095;

    private static final short NOT_FINITE = Short.MIN_VALUE;

    private SignalCode() {}

    /**
     * Values as they stand in a trace.
     *
     * @param encoding {@link #EXACT} or {@link #PACKED}
     * @param scale of the integers, 1 when there are none
     * @param data base64
     */
    public record Coded(String encoding, double scale, String data) {}

    /** Encodes values; the array is not kept. */
    public static Coded encode(float[] values) {
        return values.length > MOST_EXACT ? packed(values) : exact(values);
    }

    private static Coded exact(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new Coded(EXACT, 1, Base64.getEncoder().encodeToString(bytes.array()));
    }

    private static Coded packed(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        double scale = largest > 0 ? largest / LEVELS : 1;
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        short before = 0;
        for (float value : values) {
            short number = Float.isFinite(value) ? (short) Math.rint(value / scale) : NOT_FINITE;
            bytes.putShort((short) (number - before));
            before = number;
        }
        return new Coded(PACKED, scale, Base64.getEncoder().encodeToString(deflated(bytes.array())));
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
            byte[] part = new byte[1 << 13];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * Decodes values.
     *
     * @param size number of values that the signal has
     * @throws IllegalArgumentException if the text does not hold that many values in a known encoding
     */
    public static float[] decode(Coded coded, int size) {
        byte[] bytes = Base64.getDecoder().decode(coded.data());
        float[] values = new float[size];
        switch (coded.encoding()) {
            case EXACT -> {
                requireBytes(bytes.length, 4L * size);
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values);
            }
            case PACKED -> unpack(bytes, coded.scale(), values);
            default ->
                throw new IllegalArgumentException("signal encoding=" + coded.encoding() + " is unknown; known: "
                        + EXACT + ", " + PACKED + "; use a newer Teleost");
        }
        return values;
    }

    private static void unpack(byte[] deflated, double scale, float[] values) {
        ByteBuffer numbers =
                ByteBuffer.wrap(inflated(deflated, 2 * values.length)).order(ByteOrder.LITTLE_ENDIAN);
        short number = 0;
        for (int i = 0; i < values.length; i++) {
            number += numbers.getShort(2 * i);
            values[i] = number == NOT_FINITE ? Float.NaN : (float) (scale * number);
        }
    }

    private static byte[] inflated(byte[] bytes, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] out = new byte[length + 1];
            int count = 0;
            int more;
            do {
                more = inflater.inflate(out, count, out.length - count);
                count += more;
            } while (more > 0 && !inflater.finished());
            requireBytes(count, length);
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("signal data is no zlib stream: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private static void requireBytes(long found, long wanted) {
        if (found != wanted) {
            throw new IllegalArgumentException("signal data has bytes=" + found + "; expected " + wanted);
        }
    }
}
