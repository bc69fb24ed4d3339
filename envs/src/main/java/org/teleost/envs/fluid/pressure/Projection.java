package org.teleost.envs.fluid.pressure;

import static org.teleost.envs.fluid.grid.RowLayout.GHOST;

import org.teleost.envs.fluid.grid.Boundaries;
import org.teleost.envs.fluid.grid.Grid;
import org.teleost.envs.fluid.grid.RowLayout;
import org.teleost.envs.fluid.grid.StreamEnds;
import org.teleost.envs.fluid.grid.Velocity;

/**
 * Makes a velocity divergence-free and raises the pressure by what that took (incremental projection): lap q = div u*,
 * u = u* - grad q, P = P + q, all in cell units, so q and P are dt/h times the pressure. Workspace of one thread.
 */
public final class Projection {
    private final Grid grid;
    private final Poisson poisson;
    private final Boundaries boundaries;
    private final int firstU;
    private final double[][] increment;
    private final double[][] scratch;
    private final double[] shifted;

    public Projection(Grid grid, StreamEnds ends, Poisson poisson, Boundaries boundaries) {
        this.grid = grid;
        this.poisson = poisson;
        this.boundaries = boundaries;
        firstU = ends == StreamEnds.PERIODIC ? GHOST : GHOST + 1;
        increment = RowLayout.allocate(grid.rows(), grid.columns());
        scratch = RowLayout.allocate(poisson.scratchRows(), grid.columns());
        shifted = new double[RowLayout.length(grid.columns())];
    }

    /**
     * Projects {@code velocity}, whose boundary faces hold their final values, and raises {@code pressure}.
     *
     * @param pressure dt/h p, rows 0 to rows - 1, continued by one cell at the ends
     */
    public void apply(Velocity velocity, double[][] pressure) {
        divergence(velocity);
        poisson.solve(increment, scratch);
        boundaries.fillCells(increment);
        final int to = GHOST + grid.columns();
        for (int j = 0; j < grid.rows(); j++) {
            final double[] q = increment[j];
            RowLayout.shift(q, -1, shifted);
            subtractDifference(q, shifted, firstU, to, velocity.u[j + 1]);
            if (j > 0) {
                subtractDifference(q, increment[j - 1], GHOST, to, velocity.v[j + 1]);
            }
            add(q, pressure[j]);
        }
    }

    /** Undivided divergence of each cell, {@code u_east - u_west + v_north - v_south}. */
    private void divergence(Velocity velocity) {
        final int to = GHOST + grid.columns();
        for (int j = 0; j < grid.rows(); j++) {
            final double[] u = velocity.u[j + 1];
            RowLayout.shift(u, 1, shifted);
            balance(shifted, u, velocity.v[j + 2], velocity.v[j + 1], to, increment[j]);
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
