package org.teleost.envs.fluid.pressure;

import static org.teleost.envs.fluid.grid.RowLayout.GHOST;

import org.teleost.envs.fluid.grid.Grid;
import org.teleost.envs.fluid.grid.StreamEnds;

/**
 * Solves q_(i-1,j) + q_(i+1,j) + q_(i,j-1) + q_(i,j+1) - 4 q_(i,j) = b_(i,j) on the cells of a grid, exactly to
 * round-off: cosine transform across the stream, a tridiagonal system along it for each wave number, transform back. q
 * is mirrored at the sides and at inflow and outflow, wrapped at periodic ends; its level is free. Immutable; shared by
 * all threads.
 */
public final class Poisson {
    /**
     * Values of a strip of columns that the transforms work on at a time: 256 KB stay in a core's second-level cache.
     */
    private static final int STRIP_VALUES = 32768;

    private static final int NARROWEST_STRIP = 192;

    private final Grid grid;
    private final int strip;
    private final CosineTransform transform;
    private final StreamSystems systems;

    public Poisson(Grid grid, StreamEnds ends) {
        this.grid = grid;
        strip = Math.max(NARROWEST_STRIP, STRIP_VALUES / grid.rows());
        transform = new CosineTransform(grid.rows());
        systems = new StreamSystems(grid, ends);
    }

    /** Rows of scratch that {@link #solve} needs, each as long as the field's. */
    public int scratchRows() {
        return transform.scratchRows();
    }

    /**
     * Replaces b by q.
     *
     * @param rows cell row j in {@code rows[j]}, column i at {@code i + GHOST}; the sum of b must vanish to round-off
     *     or what is left of it shows up as a divergence in the last column
     * @param scratch {@link #scratchRows} rows
     */
    public void solve(double[][] rows, double[][] scratch) {
        forward(rows, scratch, 0, grid.columns());
        systems.solve(rows, transform, 0, grid.rows());
        backward(rows, scratch, 0, grid.columns());
    }

    /** First third of {@link #solve}: the spectra of the columns {@code first} to {@code end}. */
    void forward(double[][] rows, double[][] scratch, int first, int end) {
        for (int from = first; from < end; from += strip) {
            transform.forward(rows, GHOST + from, GHOST + Math.min(from + strip, end), scratch);
        }
    }

    /** Second third: the systems of the wave numbers {@code from} to {@code to}, see {@link StreamSystems#solve}. */
    void solveSystems(double[][] rows, int from, int to) {
        systems.solve(rows, transform, from, to);
    }

    /** Last third: back from the spectra of the columns {@code first} to {@code end}. */
    void backward(double[][] rows, double[][] scratch, int first, int end) {
        for (int from = first; from < end; from += strip) {
            transform.transposed(rows, GHOST + from, GHOST + Math.min(from + strip, end), scratch);
        }
    }
}
