package org.teleost.fluid.flow;

import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * Decaying vortices carried by a stream, an exact solution: psi = exp(-2 nu t) sin(x - U t) sin y on [0, 2 pi] x [0,
 * pi].
 */
final class TaylorGreen {
    static final double STREAM = 0.5;
    static final double VISCOSITY = 0.05;

    private TaylorGreen() {}

    static Flow start(int rows, double timeStep, Scheme scheme) {
        Grid grid = new Grid(2 * rows, rows, Math.PI / rows);
        Flow flow = new Flow(
                new FlowSetup(new FlowSettings(grid, StreamEnds.PERIODIC, scheme, VISCOSITY, timeStep, STREAM)));
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i <= grid.columns(); i++) {
                flow.velocity().setU(i, j, exactU(grid, i, j, 0.0));
                flow.velocity().setV(i, j, exactV(grid, i, j, 0.0));
            }
        }
        flow.startFromVelocity(0.0);
        return flow;
    }

    static double exactU(Grid grid, int i, int j, double time) {
        double x = i * grid.cellSize() - STREAM * time;
        double y = (j + 0.5) * grid.cellSize();
        return STREAM + Math.exp(-2.0 * VISCOSITY * time) * Math.sin(x) * Math.cos(y);
    }

    static double exactV(Grid grid, int i, int j, double time) {
        double x = (i + 0.5) * grid.cellSize() - STREAM * time;
        double y = j * grid.cellSize();
        return -Math.exp(-2.0 * VISCOSITY * time) * Math.cos(x) * Math.sin(y);
    }

    /** Largest error of a component after {@code steps} steps. */
    static double error(int rows, double timeStep, int steps, Scheme scheme) {
        Flow flow = start(rows, timeStep, scheme);
        for (int step = 0; step < steps; step++) {
            flow.step();
        }
        Grid grid = flow.setup().grid();
        double largest = 0.0;
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double du = flow.velocity().u(i, j) - exactU(grid, i, j, flow.time());
                double dv = flow.velocity().v(i, j) - exactV(grid, i, j, flow.time());
                largest = Math.max(largest, Math.max(Math.abs(du), Math.abs(dv)));
            }
        }
        return largest;
    }

    /** Largest difference of u between two flows on the same grid. */
    static double distance(Flow a, Flow b) {
        Grid grid = a.setup().grid();
        double largest = 0.0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                largest = Math.max(
                        largest, Math.abs(a.velocity().u(i, j) - b.velocity().u(i, j)));
            }
        }
        return largest;
    }
}
