package org.teleost.fluid.flow;

import static org.teleost.fluid.grid.RowLayout.GHOST;

import org.teleost.fluid.grid.Boundaries;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.RowLayout;
import org.teleost.fluid.grid.StreamEnds;
import org.teleost.fluid.grid.Velocity;

/**
 * Makes a velocity divergence-free and raises the pressure by what that took (incremental projection): lap q = div u*,
 * u = u* - grad q, P = P + q, all in cell units, so q and P are dt/h times the pressure. Workspace of one flow.
 */
final class Projection {
    private final Grid grid;
    private final Poisson poisson;
    private final Boundaries boundaries;
    private final int firstU;
    private final double[][] divergence;
    private final double[][] parts;
    private final double[][][] scratch;
    private final Band[] bands;
    private final RowTeam team;
    private final RowTeam.Part diverge = this::diverge;
    private final RowTeam.Part solveParts = this::solveParts;
    private Velocity velocity;
    private double surplus;

    /** For fields on {@code grid}; {@code team} shares the rows. */
    Projection(Grid grid, StreamEnds ends, Poisson poisson, Boundaries boundaries, RowTeam team) {
        this.team = team;
        this.grid = grid;
        this.poisson = poisson;
        this.boundaries = boundaries;
        firstU = ends == StreamEnds.PERIODIC ? GHOST : GHOST + 1;
        divergence = RowLayout.allocate(grid.rows(), grid.columns());
        parts = RowLayout.allocate(grid.rows(), grid.columns());
        scratch = RowLayout.allocateApart(poisson.parts(), poisson.scratchRows(), grid.columns());
        bands = new Band[team.threads()];
        double[][][] rows = RowLayout.allocateApart(bands.length, Band.ROWS, grid.columns());
        for (int worker = 0; worker < bands.length; worker++) {
            bands[worker] = new Band(rows[worker]);
        }
    }

    /**
     * Finds what makes {@code velocity} divergence-free; {@link #correct} on all rows follows.
     *
     * @param velocity its faces on the boundary hold their final values, but for the surplus
     * @param surplus is taken off u on the last face of each row
     */
    void solve(Velocity velocity, double surplus) {
        this.velocity = velocity;
        this.surplus = surplus;
        team.run(grid.rows(), diverge);
        team.run(poisson.parts(), solveParts);
    }

    /** Undivided divergence of each cell, {@code u_east - u_west + v_north - v_south}. */
    private void diverge(int worker, int fromRow, int toRow) {
        final int to = GHOST + grid.columns();
        final double[] east = bands[worker].shifted;
        for (int j = fromRow; j < toRow; j++) {
            final double[] u = velocity.u[j + 1];
            u[to] -= surplus;
            RowLayout.shift(u, 1, east);
            balance(east, u, velocity.v[j + 2], velocity.v[j + 1], to, divergence[j]);
        }
    }

    private void solveParts(int worker, int from, int to) {
        for (int part = from; part < to; part++) {
            poisson.solve(part, divergence, scratch[part], parts);
        }
    }

    /**
     * Subtracts the gradient on the faces west and south of the cells in rows {@code from} to {@code to} and raises
     * their pressure.
     *
     * @param worker 0 to threads - 1, two at a time never the same
     * @param pressure dt/h p, rows 0 to rows - 1, continued by one cell at the ends
     */
    void correct(int worker, int from, int to, double[][] pressure) {
        bands[worker].correct(from, to, pressure);
    }

    /** Workspace for a band of rows; q of the row below it is computed by the band below, too. */
    private final class Band {
        private static final int ROWS = 3;

        private final double[] shifted;
        private final double[] evenRow;
        private final double[] oddRow;

        Band(double[][] rows) {
            shifted = rows[0];
            evenRow = rows[1];
            oddRow = rows[2];
        }

        void correct(int from, int end, double[][] pressure) {
            final int to = GHOST + grid.columns();
            if (from > 0) {
                poisson.join(parts, from - 1, row(from - 1));
            }
            for (int j = from; j < end; j++) {
                final double[] q = row(j);
                poisson.join(parts, j, q);
                boundaries.fillCells(q);
                RowLayout.shift(q, -1, shifted);
                subtractDifference(q, shifted, firstU, to, velocity.u[j + 1]);
                if (j > 0) {
                    subtractDifference(q, row(j - 1), GHOST, to, velocity.v[j + 1]);
                }
                add(q, pressure[j]);
            }
        }

        private double[] row(int j) {
            return j % 2 == 0 ? evenRow : oddRow;
        }
    }

    private static void balance(double[] east, double[] west, double[] north, double[] south, int to, double[] out) {
        for (int i = GHOST; i < to; i++) {
            out[i] = (east[i] - west[i]) + (north[i] - south[i]);
        }
    }

    private static void subtractDifference(double[] high, double[] low, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] -= high[i] - low[i];
        }
    }

    private static void add(double[] term, double[] out) {
        final int end = out.length;
        for (int i = 0; i < end; i++) {
            out[i] += term[i];
        }
    }
}
