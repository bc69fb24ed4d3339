package org.teleost.solvers.tabular;

import org.teleost.random.Cumulative;
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

    /** A place of a dense row of probabilities that sum to 1, or nearly. */
    public static int draw(double[] row, int offset, int width, RandomStream stream) {
        double target = stream.nextDouble();
        int last = 0;
        for (int v = 0; v < width; v++) {
            double p = row[offset + v];
            if (p > 0.0) {
                target -= p;
                last = v;
                if (target < 0.0) {
                    return v;
                }
            }
        }
        // rows sum to 1 but for rounding
        return last;
    }

    /** A column with probability in proportion to its entry in the row, which must not be empty. */
    public int draw(int row, RandomStream stream) {
        int first = table.start[row];
        int count = table.start[row + 1] - first;
        if (count == 1) {
            return table.column[first];
        }
        double target = stream.nextDouble() * cumulative[first + count - 1];
        return table.column[Cumulative.find(cumulative, first, count, target)];
    }
}
