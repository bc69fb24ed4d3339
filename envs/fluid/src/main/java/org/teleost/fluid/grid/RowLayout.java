package org.teleost.fluid.grid;

/**
 * How fields lie in memory: one array for each grid row, x contiguous, value {@code i} of a row at {@code i + GHOST}.
 *
 * <p>One array per row and not one for the field, because the Java 17 compiler vectorises a loop over several arrays
 * only if all of them are indexed by the loop variable plus the same constant. Neighbours across the stream are then
 * other arrays at the same index; neighbours along the stream are read from a copy of the row shifted by one, see
 * {@link #shift}. Measured on a 2.6 GHz core for 256 values: difference of neighbours 0.31 ns per value read in place,
 * 0.20 ns with the copy.
 */
public final class RowLayout {
    /** Ghost values before value 0; as many follow the last face of a row. */
    public static final int GHOST = 2;

    private RowLayout() {}

    /** Length of a row's array: faces 0 to columns and the ghosts. */
    public static int length(int columns) {
        return columns + 1 + 2 * GHOST;
    }

    /** {@code rows} arrays of a field on a grid with {@code columns} columns, zero. */
    public static double[][] allocate(int rows, int columns) {
        return new double[rows][length(columns)];
    }

    /**
     * Scratch for each of a few threads, {@code [threads][rows]}. One more row than asked for keeps a thread's cache
     * lines apart from the next one's: without it each row that one finishes takes the start of the other's away.
     */
    public static double[][][] allocateApart(int threads, int rows, int columns) {
        return new double[threads][rows + 1][length(columns)];
    }

    /** {@code out[i] = row[i + offset]} wherever both exist; the other values of {@code out} stay. */
    public static void shift(double[] row, int offset, double[] out) {
        if (offset >= 0) {
            System.arraycopy(row, offset, out, 0, row.length - offset);
        } else {
            System.arraycopy(row, 0, out, -offset, row.length + offset);
        }
    }
}
