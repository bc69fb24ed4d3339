package org.teleost.fluid.body;

import static org.teleost.fluid.body.RomaKernel.WIDTH;
import static org.teleost.fluid.grid.RowLayout.GHOST;

import org.ejml.data.DMatrixRMaj;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.fluid.grid.Grid;

/**
 * Between the markers of a body and one velocity component: which nine faces a marker touches and how much. With
 * weights w_k(face) of marker k, interpolation is sum w_k u, spreading adds w_k F_k / h^2. Workspace of one thread.
 */
final class MarkerStencils {
    /** Cells that a marker keeps from the edge of the domain, so that it never touches a boundary face. */
    private static final double MARGIN = 2.5;

    private final Grid grid;
    private final double shiftX;
    private final double shiftY;
    private final int[] columns;
    private final int[] rows;
    private final double[] weightsX;
    private final double[] weightsY;

    private MarkerStencils(Grid grid, int count, double shiftX, double shiftY) {
        this.grid = grid;
        this.shiftX = shiftX;
        this.shiftY = shiftY;
        columns = new int[count];
        rows = new int[count];
        weightsX = new double[WIDTH * count];
        weightsY = new double[WIDTH * count];
    }

    /** Towards the component along the stream, which sits on the left faces. */
    static MarkerStencils alongStream(Grid grid, int count) {
        return new MarkerStencils(grid, count, 0.0, 0.5);
    }

    /** Towards the component across the stream, which sits on the lower faces. */
    static MarkerStencils acrossStream(Grid grid, int count) {
        return new MarkerStencils(grid, count, 0.5, 0.0);
    }

    /** @throws FlowDivergedException if a marker is closer than 2.5 cells to the edge of the domain or not a number */
    void place(double[] x, double[] y) {
        for (int k = 0; k < columns.length; k++) {
            requireInside(k, x[k], y[k]);
            columns[k] = weigh(x[k] / grid.cellSize() - shiftX, weightsX, WIDTH * k);
            rows[k] = weigh(y[k] / grid.cellSize() - shiftY, weightsY, WIDTH * k);
        }
    }

    private void requireInside(int k, double x, double y) {
        double margin = MARGIN * grid.cellSize();
        boolean inside = x >= margin && x <= grid.width() - margin && y >= margin && y <= grid.height() - margin;
        if (!inside) {
            throw new FlowDivergedException("marker left the domain: marker=" + k + " x=" + x + " y=" + y + " margin="
                    + margin + " width=" + grid.width() + " height=" + grid.height()
                    + "; use a larger domain or start again from a stored state");
        }
    }

    /** Writes the three weights and returns the first of the three faces. */
    private static int weigh(double position, double[] weights, int at) {
        int middle = (int) Math.rint(position);
        for (int i = 0; i < WIDTH; i++) {
            weights[at + i] = RomaKernel.weight(position - (middle - 1 + i));
        }
        return middle - 1;
    }

    /** Writes the component at the markers. */
    void interpolate(double[][] field, double[] out) {
        for (int k = 0; k < columns.length; k++) {
            double sum = 0.0;
            for (int b = 0; b < WIDTH; b++) {
                final double[] row = field[rows[k] + b + 1];
                final int first = columns[k] + GHOST;
                double line = 0.0;
                for (int a = 0; a < WIDTH; a++) {
                    line += weightsX[WIDTH * k + a] * row[first + a];
                }
                sum += weightsY[WIDTH * k + b] * line;
            }
            out[k] = sum;
        }
    }

    /** Adds the impulses, velocity times area, to the component. */
    void spread(double[] impulse, double[][] field) {
        final double perArea = 1.0 / (grid.cellSize() * grid.cellSize());
        for (int k = 0; k < columns.length; k++) {
            final double strength = perArea * impulse[k];
            final int first = columns[k] + GHOST;
            for (int b = 0; b < WIDTH; b++) {
                final double[] row = field[rows[k] + b + 1];
                final double share = strength * weightsY[WIDTH * k + b];
                for (int a = 0; a < WIDTH; a++) {
                    row[first + a] += share * weightsX[WIDTH * k + a];
                }
            }
        }
    }

    /** Writes B, what interpolation finds at marker k after spreading a unit impulse at marker l; symmetric. */
    void spreadThenInterpolate(DMatrixRMaj out) {
        final int count = columns.length;
        final double perArea = 1.0 / (grid.cellSize() * grid.cellSize());
        for (int k = 0; k < count; k++) {
            for (int l = 0; l <= k; l++) {
                double common = overlap(weightsX, k, l, columns[l] - columns[k]);
                if (common != 0.0) {
                    common *= perArea * overlap(weightsY, k, l, rows[l] - rows[k]);
                }
                out.data[k * count + l] = common;
                out.data[l * count + k] = common;
            }
        }
    }

    /** Sum of the products of two markers' weights along one axis, the second one's stencil {@code apart} faces on. */
    private static double overlap(double[] weights, int k, int l, int apart) {
        double sum = 0.0;
        for (int a = Math.max(0, apart); a < Math.min(WIDTH, WIDTH + apart); a++) {
            sum += weights[WIDTH * k + a] * weights[WIDTH * l + a - apart];
        }
        return sum;
    }
}
