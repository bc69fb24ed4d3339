package org.teleost.envs.validation;

import java.util.List;
import org.teleost.fluid.body.Cylinder;
import org.teleost.fluid.body.RigidForcing;
import org.teleost.fluid.flow.Flow;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * A circular cylinder of diameter 1 in a stream of speed 1: a steady wake at Re 40, a vortex street from Re 100 on.
 *
 * @param reynolds U D / nu
 * @param cells per diameter
 * @param columns of the domain
 * @param rows of the domain
 * @param upstream distance from the inflow to the centre in diameters
 * @param timeStep in D / U
 * @param settle time before measuring
 * @param span time measured
 * @param quantities for a steady wake drag coefficient and length of the wake, else mean drag coefficient, amplitude of
 *     the lift coefficient, Strouhal number
 */
public record CylinderCase(
        double reynolds,
        int cells,
        int columns,
        int rows,
        double upstream,
        double timeStep,
        double settle,
        double span,
        List<Quantity> quantities)
        implements Case {
    private static final double STEADY_BELOW = 47.0;

    public CylinderCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "cylinder Re " + (int) reynolds;
    }

    @Override
    public String setting() {
        return cells + " cells per D, domain " + columns + " x " + rows + " cells, dt " + timeStep;
    }

    @Override
    public double[] measure(CaseMonitor monitor) {
        Grid grid = new Grid(columns, rows, 1.0 / cells);
        Flow flow = new Flow(new FlowSetup(new FlowSettings(
                grid, StreamEnds.INFLOW_OUTFLOW, Scheme.forReynolds(reynolds), 1.0 / reynolds, timeStep, 1.0)));
        Cylinder cylinder = Cylinder.onCells(upstream, 0.5 * grid.height(), 1.0, grid.cellSize());
        RigidForcing body = new RigidForcing(cylinder, grid);
        boolean steady = reynolds < STEADY_BELOW;
        if (!steady) {
            disturb(flow);
        }

        Oscillation drag = new Oscillation();
        Oscillation lift = new Oscillation();
        while (flow.time() < settle + span) {
            flow.step(body);
            monitor.at(flow.time(), settle + span);
            if (flow.time() > settle) {
                drag.add(flow.time(), timeStep, 2.0 * body.markers().drag());
                lift.add(flow.time(), timeStep, 2.0 * body.markers().lift());
            }
        }
        return steady
                ? new double[] {drag.mean(), wakeLength(flow)}
                : new double[] {drag.mean(), lift.amplitude(), lift.frequency()};
    }

    /** A swirl behind the cylinder: a symmetric start takes long to start shedding. */
    private void disturb(Flow flow) {
        Grid grid = flow.setup().grid();
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double x = (i + 0.5) * grid.cellSize() - upstream - 1.5;
                double y = j * grid.cellSize() - 0.5 * grid.height();
                flow.velocity().setV(i, j, 0.5 * Math.exp(-(x * x + y * y)));
            }
        }
        flow.startFromVelocity(0.0);
    }

    /** From the rear of the cylinder to where the stream on the axis turns downstream again. */
    private double wakeLength(Flow flow) {
        Grid grid = flow.setup().grid();
        int middle = grid.rows() / 2;
        double before = -1.0;
        for (int i = (int) ((upstream + 0.6) * cells); i < grid.columns(); i++) {
            double u = 0.5 * (flow.velocity().u(i, middle) + flow.velocity().u(i, middle - 1));
            if (u > 0.0) {
                return (i - u / (u - before)) * grid.cellSize() - upstream - 0.5;
            }
            before = u;
        }
        return Double.NaN;
    }
}
