package org.teleost.solvers.tabular;

import java.util.Arrays;

/**
 * A matrix by compressed rows: the entries of row r are those at start[r] to start[r + 1] - 1, columns ascending, none
 * of them zero. Immutable by convention: the arrays are shared with readers that need them fast.
 */
public final class SparseTable {
    /** Entry at which a row begins, one more at the end. */
    public final int[] start;

    /** Column of an entry. */
    public final int[] column;

    /** Value of an entry. */
    public final double[] value;

    /** Number of columns. */
    public final int columns;

    /** Takes the arrays as they are. */
    public SparseTable(int columns, int[] start, int[] column, double[] value) {
        this.columns = columns;
        this.start = start;
        this.column = column;
        this.value = value;
    }

    public int rows() {
        return start.length - 1;
    }

    public int entries() {
        return start[start.length - 1];
    }

    /** The entry of a row and column, 0 where there is none. */
    public double get(int row, int col) {
        int at = Arrays.binarySearch(column, start[row], start[row + 1], col);
        return at < 0 ? 0.0 : value[at];
    }

    /** Sum of a row. */
    public double sum(int row) {
        double sum = 0.0;
        for (int k = start[row]; k < start[row + 1]; k++) {
            sum += value[k];
        }
        return sum;
    }

    /** Sum over the columns of entry times {@code vector[column]}. */
    public double times(int row, double[] vector) {
        double sum = 0.0;
        for (int k = start[row]; k < start[row + 1]; k++) {
            sum += value[k] * vector[column[k]];
        }
        return sum;
    }

    /** A copy whose rows sum to 1; rows that sum to 0 stay empty. */
    public SparseTable normalised() {
        double[] scaled = value.clone();
        for (int row = 0; row < rows(); row++) {
            double sum = sum(row);
            for (int k = start[row]; sum > 0.0 && k < start[row + 1]; k++) {
                scaled[k] /= sum;
            }
        }
        return new SparseTable(columns, start, column, scaled);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseTable table
                && table.columns == columns
                && Arrays.equals(start, table.start)
                && Arrays.equals(column, 0, entries(), table.column, 0, table.entries())
                && Arrays.equals(value, 0, entries(), table.value, 0, table.entries());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(start) + columns;
    }
}
