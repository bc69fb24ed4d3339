package org.teleost.envs.fluid.pressure;

import static org.teleost.envs.fluid.grid.RowLayout.GHOST;

import org.teleost.envs.fluid.grid.Boundaries;
import org.teleost.envs.fluid.grid.Grid;
import org.teleost.envs.fluid.grid.RowLayout;
import org.teleost.envs.fluid.grid.StreamEnds;
import org.teleost.envs.fluid.grid.Velocity;
import org.teleost.envs.fluid.team.RowTeam;

/**
 * Makes a velocity divergence-free and raises the pressure by what that took (incremental projection): lap q = div u*,
 * u = u* - grad q, P = P + q, all in cell units, so q and P are dt/h times the pressure. Workspace of one flow.
 */
public final class Projection {
    /** A cache line of values: threads that transform neighbouring columns share none. */
    private static final int COLUMNS_TOGETHER = 8;

    private final Grid grid;
    private final Poisson poisson;
    private final Boundaries boundaries;
    private final int firstU;
    private final double[][] increment;
    private final double[][] scratch;
    private final double[][] shifted;
    private final RowTeam team;
    private final RowTeam.Part divergence = this::divergence;
    private final RowTeam.Part forward = this::forward;
    private final RowTeam.Part systems = this::systems;
    private final RowTeam.Part backward = this::backward;
    private final RowTeam.Part correct = this::correct;
    private Velocity velocity;
    private double[][] pressure;

    /** For fields on {@code grid}; {@code team} shares the rows and columns. */
    public Projection(Grid grid, StreamEnds ends, Poisson poisson, Boundaries boundaries, RowTeam team) {
        this.team = team;
        this.grid = grid;
        this.poisson = poisson;
        this.boundaries = boundaries;
        firstU = ends == StreamEnds.PERIODIC ? GHOST : GHOST + 1;
        increment = RowLayout.allocate(grid.rows(), grid.columns());
        scratch = RowLayout.allocate(poisson.scratchRows(), grid.columns());
        shifted = RowLayout.allocate(team.threads(), grid.columns());
    }

    /**
     * Projects {@code velocity}, whose boundary faces hold their final values, and raises {@code pressure}.
     *
     * @param pressure dt/h p, rows 0 to rows - 1, continued by one cell at the ends
     */
    public void apply(Velocity velocity, double[][] pressure) {
        this.velocity = velocity;
        this.pressure = pressure;
        team.run(grid.rows(), 1, divergence);
        team.runLong(grid.columns(), COLUMNS_TOGETHER, forward);
        team.run(grid.rows(), StreamSystems.LANES, systems);
        team.runLong(grid.columns(), COLUMNS_TOGETHER, backward);
        boundaries.fillCells(increment);
        team.run(grid.rows(), 1, correct);
    }

    /** Undivided divergence of each cell, {@code u_east - u_west + v_north - v_south}. */
    private void divergence(int worker, int fromRow, int toRow) {
        final int to = GHOST + grid.columns();
        final double[] east = shifted[worker];
        for (int j = fromRow; j < toRow; j++) {
            final double[] u = velocity.u[j + 1];
            RowLayout.shift(u, 1, east);
            balance(east, u, velocity.v[j + 2], velocity.v[j + 1], to, increment[j]);
        }
    }

    private void forward(int worker, int from, int to) {
        poisson.forward(increment, scratch, from, to);
    }

    private void systems(int worker, int from, int to) {
        poisson.solveSystems(increment, from, to);
    }

    private void backward(int worker, int from, int to) {
        poisson.backward(increment, scratch, from, to);
    }

    /** Subtracts the gradient on the faces west and south of each cell and raises its pressure. */
    private void correct(int worker, int fromRow, int toRow) {
        final int to = GHOST + grid.columns();
        final double[] west = shifted[worker];
        for (int j = fromRow; j < toRow; j++) {
            final double[] q = increment[j];
            RowLayout.shift(q, -1, west);
            subtractDifference(q, west, firstU, to, velocity.u[j + 1]);
            if (j > 0) {
                subtractDifference(q, increment[j - 1], GHOST, to, velocity.v[j + 1]);
            }
            add(q, pressure[j]);
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
