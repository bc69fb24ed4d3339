package org.teleost.envs.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.body.Markers;
import org.teleost.fluid.body.Plate;
import org.teleost.fluid.body.RigidForcing;
import org.teleost.fluid.flow.Flow;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * A plate of chord 1 that heaves by 0.025 sin(w t) in a stream of speed 1, at several reduced frequencies k = w / 2:
 * from mostly circulation at 1 to mostly added mass at 4. The first harmonic of its lift is compared with
 * {@link Theodorsen}, the mean power with Garrick's, and so is what heaving adds to the mean thrust of the plate at
 * rest. All runs have the same step and last three periods of the slowest heave; the last of these is measured, so that
 * what is left of the start is the same in all.
 *
 * <p>The reference is inviscid; what may be asked of a viscous flow follows from what it lacks. Lift: its inertial part
 * does not depend on viscosity, and the boundary layer lowers the slope of the circulatory part by about a tenth at
 * Reynolds numbers of thousands; hence 10 per cent in amplitude as for the added mass alone, 5 degrees in phase, where
 * a tenth of the circulatory part at k = 1 is 3, and 20 per cent in power, which is all circulatory. Thrust: all of it
 * is suction at the leading edge, of which a blunted edge and friction take an unknown share, so it must lie between
 * nothing and Garrick's, and grow as his does, with (w a |C|)^2: the power measured between neighbouring frequencies
 * must be nearer to 2 than to 1 or 3.
 *
 * <p>The drag at rest depends on where in a cell the plate lies, by 5 per cent on 32 cells per chord and 0.8 on 64; a
 * heave of more than a cell takes the mean of that, and a plate at rest a quarter of a cell off the edges of the cells
 * has it. From 96 cells per chord on values hardly depend on the cell any more, thrust excepted, and no longer with
 * first order: they are judged as they are. On coarser grids the diffuse interface makes the plate longer and thicker
 * by a few cells, an error of first order, and thrust, suction at an edge as wide as the interface, needs more cells
 * than lift: there is none below 48.
 *
 * @param reducedFrequencies k = w c / (2 U), slowest first, all multiples of the first
 * @param cells per chord
 * @param columns of the domain
 * @param rows of the domain
 * @param extrapolated whether values are extrapolated with first order from this grid and one of twice as many cells
 * @param upstream chords from the inflow to the leading edge
 * @param reynolds U c / nu
 * @param stepsPerPeriod of the fastest heave
 * @param quantities as {@link #quantities(List, Tolerances, String)} lists them
 */
public record HeaveCase(
        List<Integer> reducedFrequencies,
        int cells,
        int columns,
        int rows,
        boolean extrapolated,
        double upstream,
        double reynolds,
        int stepsPerPeriod,
        List<Quantity> quantities)
        implements Case {
    private static final double HEAVE = 0.025;
    private static final int SETTLE = 2;

    /** Of a cell; from the edges of the cells to where the drag at rest is the mean over a cell. */
    private static final double OFF_EDGE = 0.25;

    public HeaveCase {
        reducedFrequencies = List.copyOf(reducedFrequencies);
        int slowest = reducedFrequencies.get(0);
        if (reducedFrequencies.stream().anyMatch(k -> k < slowest || k % slowest != 0)) {
            throw new IllegalArgumentException("heave does not repeat within the slowest period: reducedFrequencies="
                    + reducedFrequencies + "; use multiples of the first");
        }
        quantities = List.copyOf(quantities);
    }

    /**
     * For each reduced frequency amplitude and phase of the lift, power, thrust; then by what power of w a |C| thrust
     * grows from one frequency to the next.
     */
    static List<Quantity> quantities(List<Integer> reducedFrequencies, Tolerances tolerances, String source) {
        List<Quantity> all = new ArrayList<>();
        double lead = Math.toRadians(tolerances.degrees);
        for (int k : reducedFrequencies) {
            all.add(Quantity.near("lift / Theodorsen, k = " + k, 1.0, tolerances.lift, source));
            all.add(new Quantity("lift's lead in rad, k = " + k, 0.0, -lead, lead, source));
            all.add(Quantity.near("power / Garrick, k = " + k, 1.0, tolerances.power, source));
            all.add(new Quantity("thrust / Garrick, k = " + k, 1.0, 0.0, tolerances.highestThrust, source));
        }
        for (int i = 1; i < reducedFrequencies.size(); i++) {
            String pair = reducedFrequencies.get(i - 1) + " to " + reducedFrequencies.get(i);
            all.add(new Quantity(
                    "thrust's growth, k = " + pair, 2.0, 2.0 - tolerances.growth, 2.0 + tolerances.growth, source));
        }
        return List.copyOf(all);
    }

    /**
     * How far off the values may be.
     *
     * @param lift relative, of the amplitude
     * @param degrees of the phase
     * @param power relative
     * @param highestThrust over Garrick's; the lowest is 0
     * @param growth of the power with which thrust grows
     */
    record Tolerances(double lift, double degrees, double power, double highestThrust, double growth) {
        /** What the viscosity of a resolved flow explains. */
        static final Tolerances RESOLVED = new Tolerances(0.1, 5.0, 0.2, 1.0, 0.5);

        /** For an edge and a boundary layer thinner than two cells. */
        static final Tolerances COARSE = new Tolerances(0.2, 10.0, 0.6, 1.5, 1.0);
    }

    @Override
    public String name() {
        return "heaving plate";
    }

    @Override
    public String setting() {
        String grids = extrapolated ? " and " + 2 * cells : "";
        return "Re " + (int) reynolds + ", " + cells + grids + " cells per chord, domain " + columns + " x " + rows
                + (extrapolated ? " and twice as many, " : " cells, ") + stepsPerPeriod + " steps per fastest period";
    }

    @Override
    public double[] measure(CaseMonitor monitor) {
        double[] ratios = ratios(1, monitor.part(0.0, extrapolated ? 0.2 : 1.0));
        if (extrapolated) {
            double[] fine = ratios(2, monitor.part(0.2, 1.0));
            for (int i = 0; i < fine.length; i++) {
                ratios[i] = 2.0 * fine[i] - ratios[i];
            }
        }
        double[] values = Arrays.copyOf(ratios, quantities.size());
        for (int i = 1; i < reducedFrequencies.size(); i++) {
            values[ratios.length + i - 1] = growth(i, values[4 * i - 1], values[4 * i + 3]);
        }
        return values;
    }

    /** Power of w a |C| with which thrust grows from frequency i - 1 to i, from thrust over Garrick's at both. */
    private double growth(int i, double before, double after) {
        Theodorsen slow = Theodorsen.at(reducedFrequencies.get(i - 1));
        Theodorsen fast = Theodorsen.at(reducedFrequencies.get(i));
        double thrust = after * fast.thrust(HEAVE) / (before * slow.thrust(HEAVE));
        double speed = fast.reducedFrequency() * fast.magnitude() / (slow.reducedFrequency() * slow.magnitude());
        return Math.log(thrust) / Math.log(speed);
    }

    /** The four quantities of each frequency on a grid of {@code refinement} times as many cells per chord. */
    double[] ratios(int refinement, CaseMonitor monitor) {
        int count = reducedFrequencies.size();
        double share = 1.0 / (count + 1);
        double rest = run(refinement, 0, 0.0, monitor.part(0.0, share)).thrust();
        double[] all = new double[4 * count];
        for (int i = 0; i < count; i++) {
            int k = reducedFrequencies.get(i);
            Theodorsen inviscid = Theodorsen.at(k);
            Response response = run(refinement, k, HEAVE, monitor.part((i + 1) * share, (i + 2) * share));
            double withHeave = HEAVE * inviscid.liftWithHeave();
            double withVelocity = HEAVE * inviscid.liftWithVelocity();
            double lead =
                    Math.atan2(response.withVelocity(), response.withHeave()) - Math.atan2(withVelocity, withHeave);
            all[4 * i] =
                    Math.hypot(response.withHeave(), response.withVelocity()) / Math.hypot(withHeave, withVelocity);
            all[4 * i + 1] = Math.IEEEremainder(lead, 2.0 * Math.PI);
            all[4 * i + 2] = 2.0 * response.power() / inviscid.power(HEAVE);
            all[4 * i + 3] = 2.0 * (response.thrust() - rest) / inviscid.thrust(HEAVE);
        }
        return all;
    }

    /** Lift in phase with the heave and with its velocity, mean power and thrust, of the last slowest period. */
    private Response run(int refinement, int reducedFrequency, double heave, CaseMonitor monitor) {
        int slowest = reducedFrequencies.get(0);
        int fastest = reducedFrequencies.get(reducedFrequencies.size() - 1);
        int measured = stepsPerPeriod * fastest / slowest;
        int steps = (SETTLE + 1) * measured;
        double timeStep = Math.PI / (slowest * measured);
        Grid grid = new Grid(refinement * columns, refinement * rows, 1.0 / (refinement * cells));
        Flow flow = new Flow(new FlowSetup(new FlowSettings(
                grid, StreamEnds.INFLOW_OUTFLOW, Scheme.UPWIND_BIASED, 1.0 / reynolds, timeStep, 1.0)));
        double middle = 0.5 * grid.height() + (heave == 0.0 ? OFF_EDGE * grid.cellSize() : 0.0);
        // starts at its largest heave, at rest
        HeaveAndPitch motion =
                new HeaveAndPitch(upstream, middle, heave, 0.0, 0.0, reducedFrequency / Math.PI, 0.5 * Math.PI);
        RigidForcing plate = new RigidForcing(Plate.onCells(motion, 1.0, grid.cellSize()), grid);

        Response sum = new Response(0.0, 0.0, 0.0, 0.0);
        for (int step = 1; step <= steps; step++) {
            flow.step(plate);
            monitor.at(step, steps);
            if (step > steps - measured) {
                // the force is the mean over the step, so it belongs to the middle of the step
                double angle = 2.0 * reducedFrequency * (step - 0.5) * timeStep + 0.5 * Math.PI;
                sum = sum.plus(plate.markers(), angle, 1.0 / measured);
            }
        }
        return sum;
    }

    private record Response(double withHeave, double withVelocity, double power, double thrust) {
        Response plus(Markers markers, double angle, double weight) {
            double lift = markers.lift();
            return new Response(
                    withHeave + 2.0 * weight * lift * Math.sin(angle),
                    withVelocity + 2.0 * weight * lift * Math.cos(angle),
                    power + weight * markers.power(),
                    thrust - weight * markers.drag());
        }
    }
}
