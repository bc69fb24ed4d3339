package org.teleost.envs.validation;

import java.util.List;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.body.Markers;
import org.teleost.fluid.chain.Chain;
import org.teleost.fluid.chain.ChainProperties;
import org.teleost.fluid.chain.CoupledChain;
import org.teleost.fluid.flow.Flow;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * A heaving and pitching fin ray that is much lighter than the fluid it moves, with its offset driven: the coupling
 * must survive, and the fluid must follow the ray.
 *
 * @param reynolds U L / nu
 * @param massRatio rho_s t / (rho L)
 * @param cells per length
 * @param timeStep in L / U
 * @param periods of the root's motion
 * @param quantities periods survived, largest interface velocity error over the last period
 */
public record LightRayCase(
        double reynolds, double massRatio, int cells, double timeStep, int periods, List<Quantity> quantities)
        implements Case {
    private static final double PERIOD = 2.0;
    private static final double OFFSET = 0.35;
    private static final double PHASE = 0.25 * Math.PI;

    public LightRayCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "light ray, mass " + massRatio;
    }

    @Override
    public String setting() {
        return "Re " + (int) reynolds + ", " + cells + " cells per L, domain 7 L x 4 L, dt " + timeStep;
    }

    @Override
    public double[] measure(CaseMonitor monitor) {
        Grid grid = new Grid(7 * cells, 4 * cells, 1.0 / cells);
        Flow flow = new Flow(new FlowSetup(new FlowSettings(
                grid, StreamEnds.INFLOW_OUTFLOW, Scheme.forReynolds(reynolds), 1.0 / reynolds, timeStep, 1.0)));
        HeaveAndPitch motion =
                new HeaveAndPitch(2.0, 2.0, 0.25, Math.toRadians(15.0), 0.5 * Math.PI, 1.0 / PERIOD, 0.0);
        int links = Markers.countFor(1.0, grid.cellSize());
        CoupledChain ray = new CoupledChain(new Chain(ChainProperties.finRay(links, massRatio)), motion, grid);
        double largestSlip = 0.0;
        long steps = Math.round(periods * PERIOD / timeStep);
        for (long step = 1; step <= steps; step++) {
            double time = step * timeStep;
            ray.setOffset(OFFSET * Math.min(1.0, time) * Math.sin(2.0 * Math.PI * time / PERIOD + PHASE));
            flow.step(ray);
            monitor.at((double) step, (double) steps);
            if (time > (periods - 1) * PERIOD) {
                largestSlip = Math.max(largestSlip, ray.slip(flow.velocity()));
            }
        }
        return new double[] {flow.time() / PERIOD, largestSlip};
    }
}
