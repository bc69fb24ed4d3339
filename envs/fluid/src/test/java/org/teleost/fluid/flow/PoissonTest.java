package org.teleost.fluid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.teleost.fluid.grid.RowLayout.GHOST;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.RowLayout;
import org.teleost.fluid.grid.StreamEnds;
import org.teleost.random.RandomStream;

class PoissonTest {
    @ParameterizedTest
    @CsvSource({
        "4, 4, INFLOW_OUTFLOW",
        "5, 7, INFLOW_OUTFLOW",
        "13, 6, INFLOW_OUTFLOW",
        "9, 12, INFLOW_OUTFLOW",
        "4, 4, PERIODIC",
        "7, 5, PERIODIC",
        "13, 6, PERIODIC",
        "10, 9, PERIODIC"
    })
    void agreesWithGaussianElimination(int columns, int rows, StreamEnds ends) {
        Grid grid = new Grid(columns, rows, 1.0);
        double[][] field = balancedRandomField(grid);
        double[] plain = eliminate(grid, ends, field);

        solve(grid, ends, field);

        double level = field[0][GHOST] - plain[0];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                assertThat(field[j][i + GHOST] - level)
                        .as("i=%d j=%d", i, j)
                        .isEqualTo(plain[j * columns + i], within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "224, 128, INFLOW_OUTFLOW",
        "168, 96, INFLOW_OUTFLOW",
        "207, 53, INFLOW_OUTFLOW",
        "64, 33, PERIODIC",
        "256, 64, PERIODIC"
    })
    void fivePointSumsOfTheSolutionAreTheRightHandSide(int columns, int rows, StreamEnds ends) {
        Grid grid = new Grid(columns, rows, 1.0);
        double[][] rightHandSide = balancedRandomField(grid);
        double[][] q = RowLayout.allocate(rows, columns);
        for (int j = 0; j < rows; j++) {
            System.arraycopy(rightHandSide[j], 0, q[j], 0, q[j].length);
        }

        solve(grid, ends, q);

        double largest = 0.0;
        for (double[] row : q) {
            for (int i = GHOST; i < GHOST + columns; i++) {
                largest = Math.max(largest, Math.abs(row[i]));
            }
        }
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                assertThat(fivePointSum(grid, ends, q, i, j))
                        .as("i=%d j=%d", i, j)
                        .isEqualTo(rightHandSide[j][i + GHOST], within(3e-14 * largest * rows));
            }
        }
    }

    private static void solve(Grid grid, StreamEnds ends, double[][] field) {
        Poisson poisson = new Poisson(grid, ends);
        double[][] parts = RowLayout.allocate(grid.rows(), grid.columns());
        double[][] scratch = RowLayout.allocate(poisson.scratchRows(), grid.columns());
        for (int part = 0; part < poisson.parts(); part++) {
            poisson.solve(part, field, scratch, parts);
        }
        for (int j = 0; j < grid.rows(); j++) {
            poisson.join(parts, j, field[j]);
        }
    }

    private static double fivePointSum(Grid grid, StreamEnds ends, double[][] q, int i, int j) {
        double centre = q[j][i + GHOST];
        double sum = 0.0;
        for (int side = 0; side < 4; side++) {
            int at = neighbour(grid, ends, i, j, side);
            if (at >= 0) {
                sum += q[at / grid.columns()][at % grid.columns() + GHOST] - centre;
            }
        }
        return sum;
    }

    /** Cell beside (i, j), or -1 behind a wall. */
    private static int neighbour(Grid grid, StreamEnds ends, int i, int j, int side) {
        int ni = i + (side == 0 ? 1 : side == 1 ? -1 : 0);
        int nj = j + (side == 2 ? 1 : side == 3 ? -1 : 0);
        if (ends == StreamEnds.PERIODIC) {
            ni = Math.floorMod(ni, grid.columns());
        }
        boolean inside = ni >= 0 && ni < grid.columns() && nj >= 0 && nj < grid.rows();
        return inside ? nj * grid.columns() + ni : -1;
    }

    /** Plain twin: the whole matrix, the last unknown held at 0. */
    private static double[] eliminate(Grid grid, StreamEnds ends, double[][] b) {
        int n = grid.columns() * grid.rows();
        double[][] a = new double[n][n + 1];
        for (int cell = 0; cell < n; cell++) {
            int i = cell % grid.columns();
            int j = cell / grid.columns();
            a[cell][n] = b[j][i + GHOST];
            for (int side = 0; side < 4; side++) {
                int at = neighbour(grid, ends, i, j, side);
                if (at >= 0) {
                    a[cell][at] += 1.0;
                    a[cell][cell] -= 1.0;
                }
            }
        }
        a[n - 1] = new double[n + 1];
        a[n - 1][n - 1] = 1.0;
        for (int c = 0; c < n; c++) {
            for (int r = c + 1; r < n; r++) {
                double factor = a[r][c] / a[c][c];
                for (int k = c; factor != 0.0 && k <= n; k++) {
                    a[r][k] -= factor * a[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double sum = a[r][n];
            for (int c = r + 1; c < n; c++) {
                sum -= a[r][c] * x[c];
            }
            x[r] = sum / a[r][r];
        }
        return x;
    }

    /** Random values whose sum is zero: only those have a solution. */
    private static double[][] balancedRandomField(Grid grid) {
        RandomStream stream = new RandomStream(grid.columns());
        double[][] field = RowLayout.allocate(grid.rows(), grid.columns());
        double sum = 0.0;
        for (double[] row : field) {
            for (int i = GHOST; i < GHOST + grid.columns(); i++) {
                row[i] = stream.nextGaussian();
                sum += row[i];
            }
        }
        for (double[] row : field) {
            for (int i = GHOST; i < GHOST + grid.columns(); i++) {
                row[i] -= sum / (grid.columns() * grid.rows());
            }
        }
        return field;
    }
}
