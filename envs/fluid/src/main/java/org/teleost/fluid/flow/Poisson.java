package org.teleost.fluid.flow;

import static org.teleost.fluid.grid.RowLayout.GHOST;

import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * Solves q_(i-1,j) + q_(i+1,j) + q_(i,j-1) + q_(i,j+1) - 4 q_(i,j) = b_(i,j) on the cells of a grid, exactly to
 * round-off: cosine transform across the stream, a tridiagonal system along it for each wave number, transform back. q
 * is mirrored at the sides and at inflow and outflow, wrapped at periodic ends; its level is free. Immutable; shared by
 * all threads.
 *
 * <p>Each of the {@link #parts} is solved by itself, then {@link #join} gives the rows of the solution.
 */
final class Poisson {
    /**
     * Values of a strip of columns that the transforms work on at a time: 256 KB stay in a core's second-level cache.
     */
    private static final int STRIP_VALUES = 32768;

    private static final int NARROWEST_STRIP = 192;

    private final Grid grid;
    private final int strip;
    private final CosineTransform transform;
    private final StreamSystems systems;

    Poisson(Grid grid, StreamEnds ends) {
        this.grid = grid;
        transform = new CosineTransform(grid.rows());
        strip = Math.max(NARROWEST_STRIP, STRIP_VALUES / (grid.rows() / transform.parts()));
        systems = new StreamSystems(grid, ends, transform.parts());
    }

    /** Independent parts: 2, or 1 if the number of rows is odd. */
    int parts() {
        return transform.parts();
    }

    /** Rows of scratch that a part needs, each as long as the field's. */
    int scratchRows() {
        return transform.scratchRows();
    }

    /**
     * Solves a part.
     *
     * @param b cell row j in {@code b[j]}, column i at {@code i + GHOST}; the sum of b must vanish to round-off or what
     *     is left of it shows up as a divergence in the last column
     * @param scratch {@link #scratchRows} rows of the caller's own
     * @param out as many rows as {@code b}; a part writes its own share of them and reads no other
     */
    void solve(int part, double[][] b, double[][] scratch, double[][] out) {
        final int end = GHOST + grid.columns();
        for (int from = GHOST; from < end; from += strip) {
            int to = Math.min(from + strip, end);
            transform.split(part, b, from, to, out);
            transform.forward(part, out, from, to, scratch);
        }
        systems.solve(part, out, transform);
        for (int from = GHOST; from < end; from += strip) {
            transform.transposed(part, out, from, Math.min(from + strip, end), scratch);
        }
    }

    /** Writes row j of q, once all parts are solved. */
    void join(double[][] solved, int j, double[] q) {
        transform.join(solved, j, GHOST, GHOST + grid.columns(), q);
    }
}
