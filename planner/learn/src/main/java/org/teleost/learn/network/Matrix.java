package org.teleost.learn.network;

/**
 * A row-major matrix twice: a Java array for the loops over elements and ND4J memory for the products. Whoever writes
 * one side copies it to the other.
 *
 * <p>Why twice: the JIT compiler vectorises loops over Java arrays, not over direct buffers. Measured on one 2.6 GHz
 * core: an Adam step over 167 426 parameters takes 57 microseconds on Java arrays, 385 on direct buffers and 917 by
 * ND4J's updater; bias and ReLU over 128x256 take 9 with both copies (4.7) included, one ND4J row operation 18.
 */
public final class Matrix implements AutoCloseable {
    private final int rows;
    private final int columns;
    private final float[] values;
    private final Floats memory;

    /** A matrix of zeros, to be multiplied by {@code products}; both sizes positive. */
    public Matrix(int rows, int columns, Products products) {
        this.rows = rows;
        this.columns = columns;
        int size = Math.multiplyExact(rows, columns);
        values = new float[size];
        memory = products.floats(size);
    }

    /** Rows that fit; most operations take a smaller number of rows in use. */
    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The Java side, shape [rows][columns]. */
    public float[] values() {
        return values;
    }

    /** The ND4J side. */
    Floats floats() {
        return memory;
    }

    /** Copies the first {@code count} rows from the Java side to the ND4J side. */
    public void upload(int count) {
        memory.upload(values, 0, count * columns);
    }

    /** Copies the first {@code count} rows from the ND4J side to the Java side. */
    void download(int count) {
        memory.download(values, 0, count * columns);
    }

    /**
     * Sets the first {@code count} rows of the ND4J side to {@code row}, which starts at {@code offset} of its array.
     */
    void uploadRepeated(float[] row, int offset, int count) {
        memory.uploadRepeated(row, offset, columns, count);
    }

    @Override
    public void close() {
        memory.close();
    }
}
