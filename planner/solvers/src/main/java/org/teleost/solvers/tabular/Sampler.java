package org.teleost.solvers.tabular;

import org.teleost.random.RandomStream;

/** Draws columns from the rows of a table: a binary search in cumulative sums. Immutable. */
public final class Sampler {
    private final SparseTable table;
    private final double[] cumulative;

    public Sampler(SparseTable table) {
        this.table = table;
        cumulative = new double[table.entries()];
        for (int row = 0; row < table.rows(); row++) {
            double sum = 0.0;
            for (int k = table.start[row]; k < table.start[row + 1]; k++) {
                sum += table.value[k];
                cumulative[k] = sum;
            }
        }
    }

    /** A column with probability in proportion to its entry in the row, which must not be empty. */
    public int draw(int row, RandomStream stream) {
        int low = table.start[row];
        int high = table.start[row + 1] - 1;
        if (low == high) {
            return table.column[low];
        }
        double target = stream.nextDouble() * cumulative[high];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return table.column[low];
    }
}
