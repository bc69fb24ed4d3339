package org.teleost.fluid.flow;

import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StepLimits;
import org.teleost.fluid.grid.StreamEnds;

/**
 * An incompressible flow of density 1 in a channel with free-slip sides.
 *
 * @param grid cells
 * @param ends what happens at the two ends of the stream
 * @param scheme of the convection
 * @param viscosity kinematic, nu >= 0; nu dt / h^2 at most 1/8
 * @param timeStep dt > 0
 * @param inflow U, speed of the fluid that enters; U dt / h at most 0.4. With periodic ends the speed of a start from
 *     rest of the walls
 */
public record FlowSettings(
        Grid grid, StreamEnds ends, Scheme scheme, double viscosity, double timeStep, double inflow) {
    /** @throws org.teleost.fluid.grid.FlowLimitException if the step is too large for the cells */
    public FlowSettings {
        if (!(viscosity >= 0.0) || viscosity == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("viscosity out of range: viscosity=" + viscosity + " lowest=0");
        }
        if (!(timeStep > 0.0) || timeStep == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("time step not positive: timeStep=" + timeStep);
        }
        StepLimits.requireViscous(viscosity, timeStep, grid.cellSize());
        StepLimits.requireCourant(inflow, timeStep, grid.cellSize());
    }
}
