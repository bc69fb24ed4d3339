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
 * A hinged flag of length 1 that hangs along a stream of speed 1 and flaps by itself: Re 200, mass ratio 1.5, bending
 * stiffness 0.0015, gravity 0.5 along the stream, released at 18 degrees.
 *
 * @param cells per length
 * @param columns of the domain
 * @param rows of the domain
 * @param timeStep in L / U
 * @param settle time before measuring
 * @param span time measured
 * @param quantities amplitude of the tip (half the distance of its extremes), its Strouhal number
 */
public record FlagCase(
        int cells, int columns, int rows, double timeStep, double settle, double span, List<Quantity> quantities)
        implements Case {
    private static final double REYNOLDS = 200.0;
    private static final double MASS = 1.5;
    private static final double BENDING = 0.0015;
    private static final double GRAVITY = 0.5;
    private static final double RELEASE = 0.1 * Math.PI;
    private static final double UPSTREAM = 2.0;

    public FlagCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "flag Re 200";
    }

    @Override
    public String setting() {
        return cells + " cells per L, domain " + columns + " x " + rows + " cells, dt " + timeStep;
    }

    @Override
    public double[] measure(CaseMonitor monitor) {
        Grid grid = new Grid(columns, rows, 1.0 / cells);
        Flow flow = new Flow(new FlowSetup(
                new FlowSettings(grid, StreamEnds.INFLOW_OUTFLOW, Scheme.CENTRAL, 1.0 / REYNOLDS, timeStep, 1.0)));
        int links = Markers.countFor(1.0, grid.cellSize());
        Chain chain = new Chain(new ChainProperties(links, 1.0, MASS, BENDING, 0.0, false, GRAVITY, 0.0));
        chain.straighten(RELEASE);
        double middle = 0.5 * grid.height();
        CoupledChain flag = new CoupledChain(chain, HeaveAndPitch.atRest(UPSTREAM, middle), grid);

        Oscillation tip = new Oscillation();
        while (flow.time() < settle + span) {
            flow.step(flag);
            monitor.at(flow.time(), settle + span);
            if (flow.time() > settle) {
                tip.add(flow.time(), timeStep, chain.tipY(flag.markers().root) - middle);
            }
        }
        return new double[] {tip.amplitude(), tip.frequency()};
    }
}
