package org.teleost.fluid.grid;

import static org.teleost.fluid.grid.RowLayout.GHOST;

import java.util.Arrays;

/**
 * A velocity field on the faces of a grid, with one ghost row on either side and ghost values at the ends of each row.
 * Owned by one thread.
 *
 * <p>The arrays are open to the kernels: u(i, j) = {@code u[j + 1][i + GHOST]}, v(i, j) = {@code v[j + 1][i + GHOST]}.
 * A free-slip side mirrors u, so the ghost rows of u are the first and the last row themselves; v changes its sign.
 */
public final class Velocity {
    /** Rows -1 to rows of the component along the stream. */
    public final double[][] u;

    /** Rows -1 to rows + 1 of the component across the stream. */
    public final double[][] v;

    private final Grid grid;

    /** Zero everywhere. */
    public Velocity(Grid grid) {
        this.grid = grid;
        u = RowLayout.allocate(grid.rows() + 2, grid.columns());
        v = RowLayout.allocate(grid.rows() + 3, grid.columns());
        u[0] = u[1];
        u[grid.rows() + 1] = u[grid.rows()];
    }

    /** The grid whose faces carry the field. */
    public Grid grid() {
        return grid;
    }

    /** Component along the stream on face i = 0 to columns of row j = 0 to rows - 1. */
    public double u(int i, int j) {
        return u[j + 1][i + GHOST];
    }

    /** Component across the stream on face j = 0 to rows of column i = 0 to columns - 1. */
    public double v(int i, int j) {
        return v[j + 1][i + GHOST];
    }

    /** Sets u on face i = 0 to columns of row j = 0 to rows - 1. */
    public void setU(int i, int j, double value) {
        u[j + 1][i + GHOST] = value;
    }

    /** Sets v on face j = 0 to rows of column i = 0 to columns - 1. */
    public void setV(int i, int j, double value) {
        v[j + 1][i + GHOST] = value;
    }

    /** Copies all values of {@code other}, which lives on a grid of the same size. */
    public void set(Velocity other) {
        for (int j = 1; j <= grid.rows(); j++) {
            System.arraycopy(other.u[j], 0, u[j], 0, u[j].length);
        }
        for (int j = 0; j < v.length; j++) {
            System.arraycopy(other.v[j], 0, v[j], 0, v[j].length);
        }
    }

    /** Largest absolute value of a component on the faces of the rows {@code from} to {@code to}; NaN if one is. */
    public double largest(int from, int to, double[] scratch) {
        final int end = GHOST + grid.columns() + 1;
        Arrays.fill(scratch, 0.0);
        for (int j = from + 1; j <= to; j++) {
            raise(scratch, u[j], end);
            raise(scratch, v[j], end);
        }
        double largest = 0.0;
        for (int i = GHOST; i < end; i++) {
            largest = Math.max(largest, scratch[i]);
        }
        return largest;
    }

    private static void raise(double[] largest, double[] row, int end) {
        for (int i = GHOST; i < end; i++) {
            largest[i] = Math.max(largest[i], Math.abs(row[i]));
        }
    }
}
