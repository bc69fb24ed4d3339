package org.teleost.fluid.grid;

import static org.teleost.fluid.grid.RowLayout.GHOST;

import java.util.Arrays;

/**
 * Values of a velocity field on and beyond the edge of the domain. Immutable.
 *
 * <p>Sides: free-slip, v = 0 and du/dy = 0. Inflow: u = U, v = 0. Outflow: the last faces of u and the column of v just
 * outside are carried along by {@link #predictEnds}; beyond them the field is constant.
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
        fill(field, 0, grid.rows());
    }

    /**
     * Does the share of cell rows {@code from} to {@code to} in {@link #fill(Velocity)}; reads no other row, so any
     * partition of the rows fills all.
     */
    public void fill(Velocity field, int from, int to) {
        final int last = GHOST + grid.columns();
        for (int j = from + 1; j <= to; j++) {
            if (ends == StreamEnds.PERIODIC) {
                wrap(field.u[j], last);
                wrap(field.v[j], last);
            } else {
                enter(field.u[j], field.v[j]);
                leave(field.u[j], last + 1);
                leave(field.v[j], last + 1);
            }
        }
        fillSides(field, from, to);
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

    /** A side hangs on the walls' first edge row inside, which goes with cell row 1 below and the last one above. */
    private void fillSides(Velocity field, int from, int to) {
        final int rows = grid.rows();
        final double[][] v = field.v;
        if (from == 0) {
            Arrays.fill(v[1], 0.0);
        }
        if (from <= 1 && 1 < to) {
            mirror(v[2], v[0]);
        }
        if (to == rows) {
            Arrays.fill(v[rows + 1], 0.0);
            mirror(v[rows], v[rows + 2]);
        }
    }

    private static void mirror(double[] row, double[] out) {
        for (int i = 0; i < row.length; i++) {
            out[i] = -row[i];
        }
    }

    /**
     * Predicts the ends of cell rows {@code from} to {@code to}: at an outflow by u_t + U u_x = 0 from {@code now} to
     * {@code next}; at periodic ends the last face is the first one.
     *
     * @param courant U dt / h
     * @param outflow receives u on the last face of each row
     */
    public void predictEnds(Velocity now, double courant, Velocity next, int from, int to, double[] outflow) {
        final int last = GHOST + grid.columns();
        for (int j = from + 1; j <= to; j++) {
            if (ends == StreamEnds.PERIODIC) {
                next.u[j][last] = next.u[j][GHOST];
            } else {
                next.u[j][last] = now.u[j][last] - courant * (now.u[j][last] - now.u[j][last - 1]);
                next.v[j][last] = now.v[j][last] - courant * (now.v[j][last] - now.v[j][last - 1]);
            }
            outflow[j - 1] = next.u[j][last];
        }
    }

    /**
     * What to take off u on the last face of each row so that as much leaves as enters; without that no pressure can
     * make the field divergence-free. 0 for periodic ends.
     *
     * @param outflow u on the last faces
     */
    public double surplus(double[] outflow) {
        if (ends == StreamEnds.PERIODIC) {
            return 0.0;
        }
        double excess = 0.0;
        for (int j = 0; j < grid.rows(); j++) {
            excess += outflow[j] - inflow;
        }
        return excess / grid.rows();
    }

    /** Continues a row of cells beyond the ends: mirrored at an inflow or outflow, wrapped if periodic. */
    public void fillCells(double[] row) {
        final int last = GHOST + grid.columns() - 1;
        row[GHOST - 1] = ends == StreamEnds.PERIODIC ? row[last] : row[GHOST];
        row[last + 1] = ends == StreamEnds.PERIODIC ? row[GHOST] : row[last];
    }
}
