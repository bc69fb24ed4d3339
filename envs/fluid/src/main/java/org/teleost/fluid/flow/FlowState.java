package org.teleost.fluid.flow;

import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.RowLayout;
import org.teleost.fluid.grid.Velocity;

/** A stored moment of a flow: velocity, pressure, the rates that the next step extrapolates from, time. */
public final class FlowState {
    final Velocity velocity;
    final double[][] pressure;
    final double[][] rateU;
    final double[][] rateV;
    boolean ratesKnown;
    double startTime;
    long steps;

    /** An empty state for flows on {@code grid}. */
    public FlowState(Grid grid) {
        velocity = new Velocity(grid);
        pressure = RowLayout.allocate(grid.rows(), grid.columns());
        rateU = RowLayout.allocate(grid.rows() + 1, grid.columns());
        rateV = RowLayout.allocate(grid.rows() + 1, grid.columns());
    }
}
