package org.teleost.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A growing array of little-endian MCAP records. */
final class RecordBuffer {
    private byte[] bytes = new byte[1024];
    private int size;
    private int recordStart;

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    /** Starts a record; its length is filled in by {@link #end}. Records do not nest. */
    void begin(byte opcode) {
        u8(opcode);
        u64(0);
        recordStart = size;
    }

    void end() {
        putLong(recordStart - 8, size - recordStart);
    }

    void u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void u16(int value) {
        u8(value);
        u8(value >>> 8);
    }

    void u32(long value) {
        u16((int) value);
        u16((int) (value >>> 16));
    }

    void u64(long value) {
        reserve(8);
        putLong(size, value);
        size += 8;
    }

    void bytes(byte[] source, int length) {
        reserve(length);
        System.arraycopy(source, 0, bytes, size, length);
        size += length;
    }

    void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        u32(utf8.length);
        bytes(utf8, utf8.length);
    }

    /** Entries in the order of their keys, so that equal maps give equal bytes. */
    void map(Map<String, String> entries) {
        int start = size;
        u32(0);
        for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
            string(entry.getKey());
            string(entry.getValue());
        }
        endArray(start);
    }

    /** Fills in the 32-bit byte length that was left at {@code start}. */
    void endArray(int start) {
        int length = size - start - 4;
        for (int i = 0; i < 4; i++) {
            bytes[start + i] = (byte) (length >>> 8 * i);
        }
    }

    /** CRC32 (IEEE 802.3) of everything in the buffer. */
    long crc() {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, size);
        return crc.getValue();
    }

    private void putLong(int at, long value) {
        for (int i = 0; i < 8; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private void reserve(int count) {
        int needed = Math.addExact(size, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
