package org.teleost.fluid.flow;

import static org.teleost.fluid.grid.RowLayout.GHOST;

import java.util.Arrays;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.RowLayout;
import org.teleost.fluid.grid.StreamEnds;
import org.teleost.fluid.grid.Velocity;

/**
 * The explicit half of a step: u* = u + dt (3/2 N(u) - 1/2 N(u of the step before) - grad p), N = -div(u u) + nu lap u,
 * second-order Adams-Bashforth, the first step Euler. Fluxes are balanced over the control volume of each face, so
 * momentum is conserved to round-off. Workspace of one flow.
 */
final class MomentumStep {
    private final Grid grid;
    private final Scheme scheme;
    private final double viscousWeight;
    private final double stepPerCell;
    private final int firstU;

    // Rates of this step and of the one before it, in velocity^2 (h times the acceleration); rows as in Velocity.
    private double[][] rateU;
    private double[][] rateV;
    private double[][] olderU;
    private double[][] olderV;
    private boolean first = true;
    private double newest;
    private double older;

    private final Band[] bands;
    private Velocity now;
    private double[][] pressure;
    private Velocity next;

    /**
     * For fields on {@code grid}; {@code ends} decides whether the first face is moved, {@code threads} may share the
     * rows.
     */
    MomentumStep(Grid grid, StreamEnds ends, Scheme scheme, double viscosity, double timeStep, int threads) {
        this.grid = grid;
        this.scheme = scheme;
        viscousWeight = viscosity / grid.cellSize();
        stepPerCell = timeStep / grid.cellSize();
        firstU = ends == StreamEnds.PERIODIC ? GHOST : GHOST + 1;
        int columns = grid.columns();
        rateU = RowLayout.allocate(grid.rows() + 1, columns);
        rateV = RowLayout.allocate(grid.rows() + 1, columns);
        olderU = RowLayout.allocate(grid.rows() + 1, columns);
        olderV = RowLayout.allocate(grid.rows() + 1, columns);
        bands = new Band[threads];
        double[][][] rows = RowLayout.allocateApart(threads, Band.ROWS, columns);
        for (int worker = 0; worker < threads; worker++) {
            bands[worker] = new Band(rows[worker]);
        }
    }

    /** Forgets the step before: the next one is an Euler step. */
    void restart() {
        first = true;
    }

    /**
     * Begins a step; {@link #advance} on all rows and {@link #end} follow.
     *
     * @param now velocity with its ghosts filled
     * @param pressure dt/h p, rows 0 to rows - 1, mirrored or wrapped by one cell at the ends
     * @param next receives u*; faces on the boundary and ghosts are left as they are
     */
    void begin(Velocity now, double[][] pressure, Velocity next) {
        newest = stepPerCell * (first ? 1.0 : 1.5);
        older = stepPerCell * (first ? 0.0 : -0.5);
        this.now = now;
        this.pressure = pressure;
        this.next = next;
    }

    /**
     * Writes u* on the faces inside the domain, those of cell rows {@code from} to {@code to} and the edges below them.
     *
     * @param worker 0 to threads - 1, two at a time never the same
     */
    void advance(int worker, int from, int to) {
        bands[worker].advance(from, to);
    }

    /** Ends a step: its rates become those of the step before. */
    void end() {
        double[][] swap = olderU;
        olderU = rateU;
        rateU = swap;
        swap = olderV;
        olderV = rateV;
        rateV = swap;
        first = false;
    }

    /** Copies the rates of the last step into {@code u} and {@code v}, rows as in the velocity; false if none. */
    boolean saveRates(double[][] u, double[][] v) {
        copy(olderU, u);
        copy(olderV, v);
        return !first;
    }

    /** Takes back what {@link #saveRates} wrote. */
    void loadRates(double[][] u, double[][] v, boolean known) {
        copy(u, olderU);
        copy(v, olderV);
        first = !known;
    }

    private static void copy(double[][] from, double[][] to) {
        for (int j = 0; j < from.length; j++) {
            System.arraycopy(from[j], 0, to[j], 0, from[j].length);
        }
    }

    /** Workspace for a band of rows; the fluxes on its lower edge are computed by the band below, too. */
    private final class Band {
        private static final int ROWS = 11;

        // Fluxes of the rows at hand: of u through the cells' centres, of v through the corners; of v through the
        // centres of an even and an odd cell row, of u through the corners on an even and an odd edge row.
        private final double[] streamFlux;
        private final double[] cornerV;
        private final double[][] across;
        private final double[][] cornerU;

        // Rows shifted along the stream.
        private final double[] west;
        private final double[] west2;
        private final double[] east;
        private final double[] east2;

        // Twice the speed across the corners at hand.
        private final double[] speed;

        Band(double[][] rows) {
            streamFlux = rows[0];
            cornerV = rows[1];
            across = new double[][] {rows[2], rows[3]};
            cornerU = new double[][] {rows[4], rows[5]};
            west = rows[6];
            west2 = rows[7];
            east = rows[8];
            east2 = rows[9];
            speed = rows[10];
        }

        /** Cell rows {@code from} to {@code to} and the edge rows below them. */
        void advance(int from, int to) {
            if (from == 0) {
                Arrays.fill(cornerU[0], 0.0);
            } else {
                acrossFlux(from - 1);
                cornerFluxes(from);
            }
            for (int j = from; j < to; j++) {
                acrossFlux(j);
                if (j > 0) {
                    advanceV(j);
                }
                cornerFluxes(j + 1);
                streamFlux(j);
                advanceU(j);
            }
        }

        /** Flux of v through the centres of cell row j. */
        private void acrossFlux(int j) {
            final double[][] v = now.v;
            final double[] flux = across[j & 1];
            if (scheme == Scheme.UPWIND_BIASED) {
                FluxKernels.alongBiased(v[j], v[j + 1], v[j + 2], v[j + 3], viscousWeight, flux);
            } else {
                FluxKernels.along(v[j + 1], v[j + 2], viscousWeight, flux);
            }
        }

        /** Fluxes of u and of v through the corners on edge row j; nothing crosses a wall. */
        private void cornerFluxes(int j) {
            final double[] fluxU = cornerU[j & 1];
            if (j == grid.rows()) {
                Arrays.fill(fluxU, 0.0);
                return;
            }
            final double[] above = now.u[j + 1];
            final double[] below = now.u[j];
            final double[] v = now.v[j + 1];
            RowLayout.shift(v, -1, west);
            FluxKernels.corner(west, v, below, above, viscousWeight, fluxU);
            FluxKernels.corner(below, above, west, v, viscousWeight, cornerV);
            if (scheme == Scheme.UPWIND_BIASED) {
                RowLayout.shift(v, -2, west2);
                RowLayout.shift(v, 1, east);
                FluxKernels.sum(west, v, speed);
                FluxKernels.bias(speed, now.u[j - 1], below, above, now.u[j + 2], fluxU);
                FluxKernels.sum(below, above, speed);
                FluxKernels.bias(speed, west2, west, v, east, cornerV);
            }
        }

        /** Flux of u through the centres of cell row j. */
        private void streamFlux(int j) {
            final double[] u = now.u[j + 1];
            RowLayout.shift(u, 1, east);
            if (scheme == Scheme.UPWIND_BIASED) {
                RowLayout.shift(u, -1, west);
                RowLayout.shift(u, 2, east2);
                FluxKernels.alongBiased(west, u, east, east2, viscousWeight, streamFlux);
            } else {
                FluxKernels.along(u, east, viscousWeight, streamFlux);
            }
        }

        /** v on edge row j, from the fluxes through the corners on that row and the centres on either side. */
        private void advanceV(int j) {
            final int to = GHOST + grid.columns();
            RowLayout.shift(cornerV, 1, east);
            FluxKernels.balance(cornerV, east, across[(j - 1) & 1], across[j & 1], GHOST, to, rateV[j]);
            FluxKernels.extrapolate(now.v[j + 1], rateV[j], olderV[j], newest, older, GHOST, to, next.v[j + 1]);
            FluxKernels.descend(pressure[j], pressure[j - 1], GHOST, to, next.v[j + 1]);
        }

        /** u on row j, from the fluxes through the centres on that row and the corners on either side. */
        private void advanceU(int j) {
            final int to = GHOST + grid.columns();
            RowLayout.shift(streamFlux, -1, west);
            FluxKernels.balance(west, streamFlux, cornerU[j & 1], cornerU[(j + 1) & 1], firstU, to, rateU[j]);
            FluxKernels.extrapolate(now.u[j + 1], rateU[j], olderU[j], newest, older, firstU, to, next.u[j + 1]);
            RowLayout.shift(pressure[j], -1, west);
            FluxKernels.descend(pressure[j], west, firstU, to, next.u[j + 1]);
        }
    }
}
