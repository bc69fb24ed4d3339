package org.teleost.envs.validation;

import java.util.List;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.body.Plate;
import org.teleost.fluid.body.RigidForcing;
import org.teleost.fluid.flow.Flow;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * A plate of length 1 that heaves a little and fast in fluid at rest: the part of its force that opposes the
 * acceleration is the added mass, pi rho L^2 / 4 for an inviscid fluid without walls. The diffuse interface makes the
 * plate longer by a few cells, an error of first order, so the value is extrapolated from {@code cells} and twice as
 * many.
 *
 * <p>What potential flow lacks has to be small: the layer that a viscous fluid carries along adds about 4 (pi f L^2 /
 * nu)^(-1/2) of the value (that of a cylinder, Stokes 1851), 7 per cent at nu = 1e-3 and 0.7 at 1e-5, and edges that
 * shed vortices change it with the amplitude, hence a heave of 0.01.
 *
 * @param cells per length of the coarser grid
 * @param columns of the coarser grid
 * @param rows of the coarser grid
 * @param viscosity nu over f L^2, where f is the frequency of the heave
 * @param stepsPerPeriod of the heave
 * @param quantities the added mass
 */
public record AddedMassCase(
        int cells, int columns, int rows, double viscosity, int stepsPerPeriod, List<Quantity> quantities)
        implements Case {
    private static final double HEAVE = 0.01;
    private static final double FREQUENCY = 1.0;

    public AddedMassCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "added mass of a plate";
    }

    @Override
    public String setting() {
        return cells + " and " + 2 * cells + " cells per L, domain " + columns + " x " + rows + " and twice as many, "
                + stepsPerPeriod + " steps per period, nu " + viscosity;
    }

    @Override
    public double[] measure(CaseMonitor monitor) {
        double coarse = addedMass(1, monitor.part(0.0, 0.1));
        return new double[] {2.0 * addedMass(2, monitor.part(0.1, 1.0)) - coarse};
    }

    /** The value on a grid of {@code refinement} times as many cells per length. */
    double addedMass(int refinement, CaseMonitor monitor) {
        Grid grid = new Grid(refinement * columns, refinement * rows, 1.0 / (refinement * cells));
        double timeStep = 1.0 / (FREQUENCY * stepsPerPeriod);
        Flow flow = new Flow(new FlowSetup(
                new FlowSettings(grid, StreamEnds.INFLOW_OUTFLOW, Scheme.UPWIND_BIASED, viscosity, timeStep, 0.0)));
        HeaveAndPitch motion = new HeaveAndPitch(
                0.5 * grid.width() - 0.5, 0.5 * grid.height(), HEAVE, 0.0, 0.0, FREQUENCY, 0.5 * Math.PI);
        RigidForcing plate = new RigidForcing(Plate.onCells(motion, 1.0, grid.cellSize()), grid);

        double work = 0.0;
        double square = 0.0;
        for (int step = 1; step <= 2 * stepsPerPeriod; step++) {
            flow.step(plate);
            monitor.at(step, 2.0 * stepsPerPeriod);
            if (step > stepsPerPeriod) {
                double acceleration = plate.markers().root.accelerationY;
                work -= plate.markers().lift() * acceleration;
                square += acceleration * acceleration;
            }
        }
        return work / square;
    }
}
