package org.teleost.envs.fluid.grid;

import static org.teleost.envs.fluid.grid.RowLayout.GHOST;

import java.util.Arrays;

/**
 * Values of a velocity field on and beyond the edge of the domain. Immutable.
 *
 * <p>Sides: free-slip, v = 0 and du/dy = 0. Inflow: u = U, v = 0. Outflow: the last faces of u and the column of v just
 * outside are carried along by {@link #convectOut}; beyond them the field is constant.
 */
public final class Boundaries {
    private final Grid grid;
    private final StreamEnds ends;
    private final double inflow;

    /** @param inflow U, speed at which fluid enters and at which the outflow carries it away */
    public Boundaries(Grid grid, StreamEnds ends, double inflow) {
        this.grid = grid;
        this.ends = ends;
        this.inflow = inflow;
    }

    /** Fills every ghost of {@code field} from its interior, and the faces on which the value is given. */
    public void fill(Velocity field) {
        final int last = GHOST + grid.columns();
        final int rows = grid.rows();
        for (int j = 1; j <= rows; j++) {
            if (ends == StreamEnds.PERIODIC) {
                wrap(field.u[j], last);
                wrap(field.v[j], last);
            } else {
                enter(field.u[j], field.v[j]);
                leave(field.u[j], last + 1);
                leave(field.v[j], last + 1);
            }
        }
        fillSides(field);
    }

    private static void wrap(double[] row, int last) {
        for (int i = 0; i < GHOST; i++) {
            row[i] = row[i + last - GHOST];
        }
        for (int i = last; i < row.length; i++) {
            row[i] = row[i - last + GHOST];
        }
    }

    private void enter(double[] u, double[] v) {
        for (int i = 0; i <= GHOST; i++) {
            u[i] = inflow;
        }
        for (int i = 0; i < GHOST; i++) {
            v[i] = -v[2 * GHOST - 1 - i];
        }
    }

    private static void leave(double[] row, int first) {
        for (int i = first; i < row.length; i++) {
            row[i] = row[first - 1];
        }
    }

    private void fillSides(Velocity field) {
        final int rows = grid.rows();
        final double[][] v = field.v;
        Arrays.fill(v[1], 0.0);
        Arrays.fill(v[rows + 1], 0.0);
        for (int i = 0; i < v[0].length; i++) {
            v[0][i] = -v[2][i];
            v[rows + 2][i] = -v[rows][i];
        }
    }

    /**
     * Advances the outflow by u_t + U u_x = 0 from {@code now} to {@code next} and shifts its u so that as much leaves
     * as enters; without that no pressure can make the field divergence-free. Nothing to do for periodic ends.
     *
     * @param courant U dt / h
     */
    public void convectOut(Velocity now, double courant, Velocity next) {
        if (ends == StreamEnds.PERIODIC) {
            return;
        }
        final int last = GHOST + grid.columns();
        double excess = 0.0;
        for (int j = 1; j <= grid.rows(); j++) {
            next.u[j][last] = now.u[j][last] - courant * (now.u[j][last] - now.u[j][last - 1]);
            next.v[j][last] = now.v[j][last] - courant * (now.v[j][last] - now.v[j][last - 1]);
            excess += next.u[j][last] - inflow;
        }
        double surplus = excess / grid.rows();
        for (int j = 1; j <= grid.rows(); j++) {
            next.u[j][last] -= surplus;
        }
    }

    /** Continues a cell-centred field beyond the ends: mirrored at an inflow or outflow, wrapped if periodic. */
    public void fillCells(double[][] cells) {
        final int last = GHOST + grid.columns() - 1;
        for (double[] row : cells) {
            row[GHOST - 1] = ends == StreamEnds.PERIODIC ? row[last] : row[GHOST];
            row[last + 1] = ends == StreamEnds.PERIODIC ? row[GHOST] : row[last];
        }
    }
}
