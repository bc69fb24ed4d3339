package org.teleost.fluid.grid;

/**
 * A uniform staggered (marker and cell) grid of square cells on [0, width] x [0, height]; x runs along the stream, y
 * across. Cell (i, j) is centred at ((i + 1/2) h, (j + 1/2) h) and holds the pressure; u(i, j) sits on its left face at
 * (i h, (j + 1/2) h), v(i, j) on its lower face at ((i + 1/2) h, j h).
 *
 * @param columns cells along the stream, at least 4
 * @param rows cells across, at least 4
 * @param cellSize side of a cell, in the problem's length unit
 */
public record Grid(int columns, int rows, double cellSize) {
    /** Fewest cells in either direction: the widest stencil reaches two cells to either side. */
    public static final int FEWEST_CELLS = 4;

    public Grid {
        if (columns < FEWEST_CELLS || rows < FEWEST_CELLS) {
            throw new IllegalArgumentException("grid too small: columns=" + columns + " rows=" + rows + " fewest="
                    + FEWEST_CELLS + "; use more cells");
        }
        if (!(cellSize > 0.0) || cellSize == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("cell size not positive: cellSize=" + cellSize);
        }
    }

    /** Length of the domain along the stream. */
    public double width() {
        return columns * cellSize;
    }

    /** Height of the domain across the stream. */
    public double height() {
        return rows * cellSize;
    }
}
