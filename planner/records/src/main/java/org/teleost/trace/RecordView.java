package org.teleost.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cursor over little-endian bytes [position, end); every read is checked before it allocates. */
final class RecordView {
    private static final int MAX_ENTRIES = 1 << 16;

    private final byte[] bytes;
    private final int end;
    private int position;

    RecordView(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        position = from;
        end = to;
    }

    RecordView(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    byte[] array() {
        return bytes;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    int u8() throws DamagedRecordException {
        need(1);
        return bytes[position++] & 0xFF;
    }

    int u16() throws DamagedRecordException {
        return (int) unsigned(2);
    }

    long u32() throws DamagedRecordException {
        return unsigned(4);
    }

    /** The 64 bits as a Java long: values of 2^63 and more come out negative. */
    long u64() throws DamagedRecordException {
        return unsigned(8);
    }

    private long unsigned(int count) throws DamagedRecordException {
        need(count);
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[position + i] & 0xFF;
        }
        position += count;
        return value;
    }

    /** A 32-bit length that fits into what remains. */
    int length32() throws DamagedRecordException {
        return fitting(u32());
    }

    /** A 64-bit length that fits into what remains. */
    int length64() throws DamagedRecordException {
        return fitting(u64());
    }

    private int fitting(long length) throws DamagedRecordException {
        if (length < 0 || length > remaining()) {
            throw new DamagedRecordException(
                    "length=" + Long.toUnsignedString(length) + " exceeds the remaining " + remaining() + " bytes");
        }
        return (int) length;
    }

    byte[] bytes(int count) throws DamagedRecordException {
        need(count);
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    String string() throws DamagedRecordException {
        int length = length32();
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    Map<String, String> map() throws DamagedRecordException {
        RecordView entries = view(length32());
        Map<String, String> map = new LinkedHashMap<>();
        while (entries.remaining() > 0) {
            map.put(entries.string(), entries.string());
            if (map.size() > MAX_ENTRIES) {
                throw new DamagedRecordException("map of more than " + MAX_ENTRIES + " entries");
            }
        }
        return map;
    }

    /** The next {@code count} bytes as a view of their own, without copying. */
    RecordView view(int count) throws DamagedRecordException {
        need(count);
        position += count;
        return new RecordView(bytes, position - count, position);
    }

    /** A second cursor at the same place. */
    RecordView peek() {
        return new RecordView(bytes, position, end);
    }

    private void need(int count) throws DamagedRecordException {
        if (count < 0 || count > remaining()) {
            throw new DamagedRecordException("record ends early: " + count + " bytes wanted, " + remaining() + " left");
        }
    }
}
