package org.teleost.cuda.twin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.teleost.model.State;

/** What a probe wrote down, as 32-bit words, each with the name of what it belongs to. */
final class ProbeRecord {
    /** A 32-bit word, or a double of two words, which may be allowed to differ in its last bits. */
    private record Field(String name, int word, boolean isDouble) {}

    private final ByteBuffer words;
    private final List<Field> fields = new ArrayList<>();

    /** An empty record of at most this many words. */
    ProbeRecord(int capacity) {
        words = ByteBuffer.allocate(4 * capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    void put(String name, int value) {
        fields.add(new Field(name, words.position() / 4, false));
        words.putInt(value);
    }

    void put(String name, boolean value) {
        put(name, value ? 1 : 0);
    }

    void put(String name, long value) {
        put(name, (int) value);
        put(name, (int) (value >>> 32));
    }

    void put(String name, double value) {
        fields.add(new Field(name, words.position() / 4, true));
        words.putDouble(value);
    }

    void put(String name, float[] values) {
        for (int i = 0; i < values.length; i++) {
            put(name + i, Float.floatToRawIntBits(values[i]));
        }
    }

    void lanes(String name, State state) {
        for (int i = 0; i < state.ints.length; i++) {
            put(name + ".int" + i, state.ints[i]);
        }
        put(name + ".float", state.floats);
    }

    /**
     * The first field in which {@code device}, words from {@code first} on, differs, or null.
     *
     * @param tolerance relative difference allowed in doubles; 0 asks for the same bits
     */
    String difference(ByteBuffer device, int first, double tolerance) {
        for (Field field : fields) {
            int here = 4 * field.word;
            int there = 4 * (first + field.word);
            boolean same = field.isDouble
                    ? agree(words.getDouble(here), device.getDouble(there), tolerance)
                    : words.getInt(here) == device.getInt(there);
            if (!same) {
                return field.isDouble
                        ? field.name + ": host=" + words.getDouble(here) + " device=" + device.getDouble(there)
                        : field.name + ": host=" + words.getInt(here) + " device=" + device.getInt(there);
            }
        }
        return null;
    }

    private static boolean agree(double host, double device, double tolerance) {
        return Double.doubleToRawLongBits(host) == Double.doubleToRawLongBits(device)
                || Math.abs(host - device) <= tolerance * Math.abs(host);
    }
}
