package org.teleost.fluid.flow;

import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.Velocity;

/** Fields to look at, computed from a flow; arrays are by rows, value (i, j) at {@code j * width + i}. */
public final class FlowFields {
    private FlowFields() {}

    /**
     * Vorticity dv/dx - du/dy at the corners (i h, (j + 1) h) between four cells, i = 1 to columns - 1, j = 0 to rows -
     * 2.
     *
     * @param out (columns - 1) (rows - 1) values
     */
    public static void vorticity(Flow flow, float[] out) {
        Grid grid = flow.setup().grid();
        Velocity velocity = flow.velocity();
        double scale = 1.0 / grid.cellSize();
        int at = 0;
        for (int j = 1; j < grid.rows(); j++) {
            for (int i = 1; i < grid.columns(); i++) {
                double dv = velocity.v(i, j) - velocity.v(i - 1, j);
                double du = velocity.u(i, j) - velocity.u(i, j - 1);
                out[at++] = (float) (scale * (dv - du));
            }
        }
    }

    /**
     * Pressure of the cells, level arbitrary.
     *
     * @param out columns rows values
     */
    public static void pressure(Flow flow, float[] out) {
        Grid grid = flow.setup().grid();
        int at = 0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                out[at++] = (float) flow.pressure(i, j);
            }
        }
    }

    /**
     * Speed at the centres of the cells.
     *
     * @param out columns rows values
     */
    public static void speed(Flow flow, float[] out) {
        Grid grid = flow.setup().grid();
        Velocity velocity = flow.velocity();
        int at = 0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double u = 0.5 * (velocity.u(i, j) + velocity.u(i + 1, j));
                double v = 0.5 * (velocity.v(i, j) + velocity.v(i, j + 1));
                out[at++] = (float) Math.sqrt(u * u + v * v);
            }
        }
    }

    /** Largest |divergence| of a cell, in 1/time: round-off after a step. */
    public static double largestDivergence(Flow flow) {
        Grid grid = flow.setup().grid();
        Velocity velocity = flow.velocity();
        double largest = 0.0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double du = velocity.u(i + 1, j) - velocity.u(i, j);
                double dv = velocity.v(i, j + 1) - velocity.v(i, j);
                largest = Math.max(largest, Math.abs(du + dv));
            }
        }
        return largest / grid.cellSize();
    }
}
