package org.teleost.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables of a device twin as one C structure and its bytes. Members are ordered by the size of their elements,
 * largest first, so that all are aligned without gaps.
 */
final class TableImage {
    private static final int WORD = 8;

    private record Table(String type, String name, int length, int width, byte[] bytes) {}

    private final List<Table> tables = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    void add(String name, byte[] values) {
        buffer("int8_t", name, values.length, Byte.BYTES).put(values);
    }

    void add(String name, short[] values) {
        buffer("int16_t", name, values.length, Short.BYTES).asShortBuffer().put(values);
    }

    void add(String name, int[] values) {
        buffer("int32_t", name, values.length, Integer.BYTES).asIntBuffer().put(values);
    }

    void add(String name, long[] values) {
        buffer("int64_t", name, values.length, Long.BYTES).asLongBuffer().put(values);
    }

    void add(String name, float[] values) {
        buffer("float", name, values.length, Float.BYTES).asFloatBuffer().put(values);
    }

    void add(String name, double[] values) {
        buffer("double", name, values.length, Double.BYTES).asDoubleBuffer().put(values);
    }

    private ByteBuffer buffer(String type, String name, int length, int width) {
        CLiteral.requireIdentifier(name);
        if (length == 0 || !names.add(name)) {
            throw new IllegalArgumentException("table " + name + (length == 0 ? " is empty" : " is added twice")
                    + "; give each table one name and" + " at least one element");
        }
        byte[] bytes = new byte[Math.multiplyExact(length, width)];
        int place = 0;
        while (place < tables.size() && tables.get(place).width >= width) {
            place++;
        }
        tables.add(place, new Table(type, name, length, width, bytes));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** {@code struct ModelTables}, the variable {@code tables} and MODEL_TABLE_BYTES; only the last without tables. */
    String declaration() {
        StringBuilder text = new StringBuilder("#define MODEL_TABLE_BYTES " + size() + "\n");
        if (tables.isEmpty()) {
            return text.toString();
        }
        text.append("struct alignas(8) ModelTables {\n");
        for (Table table : tables) {
            text.append("  ").append(table.type).append(' ').append(table.name);
            text.append('[').append(table.length).append("];\n");
        }
        return text.append("};\nTELEOST_DEVICE static ModelTables tables;\n").toString();
    }

    byte[] bytes() {
        ByteBuffer all = ByteBuffer.allocate(size());
        tables.forEach(table -> all.put(table.bytes));
        return all.array();
    }

    private int size() {
        int size = 0;
        for (Table table : tables) {
            size = Math.addExact(size, table.bytes.length);
        }
        return Math.addExact(size, WORD - 1) / WORD * WORD;
    }
}
