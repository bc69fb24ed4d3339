package org.teleost.envs.validation;

import java.util.List;
import java.util.Locale;
import org.teleost.fluid.flow.Flow;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * Decaying Taylor-Green vortices carried by a stream of speed 0.5, an exact solution on [0, 2 pi] x [0, pi]: psi =
 * exp(-2 nu t) sin(x - U t) sin y. In space the step falls with the square of the cell, so that its error does too, and
 * the velocity is compared with the exact one; in time the cells stay, and the velocity is compared with that of a step
 * 32 times smaller than the first.
 *
 * <p>Central differences err to second order, mostly in the vortices' place. The upwind-biased scheme has two errors in
 * their strength with opposite signs: of diffusion, second order in the cell, in proportion to nu, too little damping;
 * of convection, third order, whatever nu, too much damping. At nu = 0.05 they cancel near 32 rows, so that the order
 * between two grids is 2.9, 1.6, 1.8 and goes to 2 from below, at cells too small to be run. Where that scheme is for,
 * nu <= 0.001, the first is less than a tenth of the second down to 128 rows, and the order must be that of the second.
 *
 * @param scheme of convection
 * @param viscosity nu; the vortices have speed 1 and wave number 1
 * @param inSpace whether cells are refined, else the step
 * @param rows coarsest grid, or the grid
 * @param timeStep at the coarsest size
 * @param steps at the coarsest size
 * @param halvings number of refinements
 * @param quantities the order
 */
public record VortexCase(
        Scheme scheme,
        double viscosity,
        boolean inSpace,
        int rows,
        double timeStep,
        int steps,
        int halvings,
        List<Quantity> quantities)
        implements ConvergenceCase {
    private static final double STREAM = 0.5;
    private static final int REFERENCE = 32;

    public VortexCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "vortices in " + (inSpace ? "space, " : "time, ")
                + scheme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ", nu " + viscosity;
    }

    @Override
    public String setting() {
        return inSpace
                ? rows + " to " + (rows << halvings) + " rows, dt " + timeStep + " falling with h^2"
                : rows + " rows, dt " + timeStep + " to " + timeStep / (1 << halvings);
    }

    @Override
    public String study() {
        return "Taylor-Green vortices in " + (inSpace ? "space" : "time");
    }

    @Override
    public String sizeLabel() {
        return inSpace ? "cell size h" : "step dt";
    }

    @Override
    public String errorLabel() {
        return "largest velocity error";
    }

    @Override
    public Refinement refine(CaseMonitor monitor) {
        double[] sizes = new double[halvings + 1];
        double[] errors = new double[halvings + 1];
        Flow reference = inSpace ? null : run(rows, REFERENCE, monitor.part(0.0, 0.5));
        double from = inSpace ? 0.0 : 0.5;
        for (int k = 0; k <= halvings; k++) {
            // each size costs 16 times the one before in space, twice in time
            double to = from + (1.0 - from) * (k == halvings ? 1.0 : inSpace ? 0.1 : 0.3);
            Flow flow = inSpace
                    ? run(rows << k, 1 << 2 * k, monitor.part(from, to))
                    : run(rows, 1 << k, monitor.part(from, to));
            from = to;
            sizes[k] = inSpace ? flow.setup().grid().cellSize() : timeStep / (1 << k);
            errors[k] = inSpace ? errorOf(flow) : distance(flow, reference);
        }
        return new Refinement(sizes, errors);
    }

    /** The flow on {@code gridRows} rows at the end, with a step {@code finer} times smaller. */
    private Flow run(int gridRows, int finer, CaseMonitor monitor) {
        Grid grid = new Grid(2 * gridRows, gridRows, Math.PI / gridRows);
        Flow flow = new Flow(new FlowSetup(
                new FlowSettings(grid, StreamEnds.PERIODIC, scheme, viscosity, timeStep / finer, STREAM)));
        for (int j = 0; j < gridRows; j++) {
            for (int i = 0; i <= grid.columns(); i++) {
                flow.velocity().setU(i, j, exactU(grid, i, j, 0.0));
                flow.velocity().setV(i, j, exactV(grid, i, j, 0.0));
            }
        }
        flow.startFromVelocity(0.0);
        for (int step = 1; step <= steps * finer; step++) {
            flow.step();
            monitor.at(step, (double) steps * finer);
        }
        return flow;
    }

    private double exactU(Grid grid, int i, int j, double time) {
        double x = i * grid.cellSize() - STREAM * time;
        double y = (j + 0.5) * grid.cellSize();
        return STREAM + Math.exp(-2.0 * viscosity * time) * Math.sin(x) * Math.cos(y);
    }

    private double exactV(Grid grid, int i, int j, double time) {
        double x = (i + 0.5) * grid.cellSize() - STREAM * time;
        double y = j * grid.cellSize();
        return -Math.exp(-2.0 * viscosity * time) * Math.cos(x) * Math.sin(y);
    }

    private double errorOf(Flow flow) {
        Grid grid = flow.setup().grid();
        double largest = 0.0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double du = flow.velocity().u(i, j) - exactU(grid, i, j, flow.time());
                double dv = flow.velocity().v(i, j) - exactV(grid, i, j, flow.time());
                largest = Math.max(largest, Math.max(Math.abs(du), Math.abs(dv)));
            }
        }
        return largest;
    }

    /** Strength of the vortices at the end over the exact one, less 1: positive if too little was damped. */
    double strengthError(int gridRows) {
        Flow flow = run(gridRows, 1, CaseMonitor.NONE);
        Grid grid = flow.setup().grid();
        double withMode = 0.0;
        double besideMode = 0.0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double x = i * grid.cellSize() - STREAM * flow.time();
                double across =
                        Math.cos((j + 0.5) * grid.cellSize()) * flow.velocity().u(i, j);
                withMode += Math.sin(x) * across;
                besideMode += Math.cos(x) * across;
            }
        }
        double strength = 4.0 * Math.hypot(withMode, besideMode) / (grid.rows() * grid.columns());
        return strength / Math.exp(-2.0 * viscosity * flow.time()) - 1.0;
    }

    private static double distance(Flow a, Flow b) {
        Grid grid = a.setup().grid();
        double largest = 0.0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double du = a.velocity().u(i, j) - b.velocity().u(i, j);
                double dv = a.velocity().v(i, j) - b.velocity().v(i, j);
                largest = Math.max(largest, Math.max(Math.abs(du), Math.abs(dv)));
            }
        }
        return largest;
    }
}
