package org.teleost.fluid.flow;

import static org.teleost.fluid.grid.RowLayout.GHOST;

import java.util.Arrays;
import org.teleost.fluid.body.ImmersedBody;
import org.teleost.fluid.grid.Boundaries;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.RowLayout;
import org.teleost.fluid.grid.StepLimits;
import org.teleost.fluid.grid.Velocity;

/**
 * A running flow: velocity, pressure and time, and one step of them. The workspace of one thread, which may have others
 * share the rows of a step; nothing is allocated after construction, and the same steps give the same bits on any
 * number of threads.
 *
 * <p>Second-order Adams-Bashforth for convection and diffusion, direct forcing of immersed bodies, incremental
 * projection (Van Kan 1986): second order in space, second order in time for the velocity without bodies.
 */
public final class Flow implements AutoCloseable {
    private final FlowSetup setup;
    private final Boundaries boundaries;
    private final MomentumStep momentum;
    private final Projection projection;
    private final RowTeam team;
    private final RowTeam.Part predictRows = this::predictRows;
    private final RowTeam.Part correctRows = this::correctRows;
    private final double[] outflow;
    private final double[][][] scratch;
    private final double[] largest;
    private final double[][] pressure;
    private Velocity velocity;
    private Velocity next;
    private double startTime;
    private long steps;

    /** A flow at uniform speed and time 0, in the caller's thread alone. */
    public Flow(FlowSetup setup) {
        this(setup, 1);
    }

    /**
     * A flow at uniform speed and time 0.
     *
     * @param threads that share a step, the caller's among them; {@link #close} ends the others. The pressure equation
     *     has work for two, for one if the number of rows is odd
     */
    public Flow(FlowSetup setup, int threads) {
        this.setup = setup;
        team = new RowTeam(threads);
        FlowSettings settings = setup.settings();
        Grid grid = settings.grid();
        boundaries = setup.boundaries();
        momentum = new MomentumStep(
                grid, settings.ends(), settings.scheme(), settings.viscosity(), settings.timeStep(), threads);
        projection = new Projection(grid, settings.ends(), setup.poisson(), boundaries, team);
        outflow = new double[grid.rows()];
        scratch = RowLayout.allocateApart(threads, 1, grid.columns());
        largest = new double[threads];
        pressure = RowLayout.allocate(grid.rows(), grid.columns());
        velocity = new Velocity(grid);
        next = new Velocity(grid);
        startUniform();
    }

    /** Starts at time 0 with u = U, v = 0, p = 0 everywhere. */
    public void startUniform() {
        for (int j = 0; j < setup.grid().rows(); j++) {
            Arrays.fill(velocity.u[j + 1], setup.settings().inflow());
        }
        for (double[] row : velocity.v) {
            Arrays.fill(row, 0.0);
        }
        startFromVelocity(0.0);
    }

    /**
     * Starts from what the caller has written into {@link #velocity}, made divergence-free, with p = 0; the first step
     * is an Euler step.
     *
     * @param time at the start
     */
    public void startFromVelocity(double time) {
        startTime = time;
        steps = 0;
        momentum.restart();
        boundaries.fill(velocity);
        project(0.0);
        // a step leaves the faces alone on which the velocity is given
        next.set(velocity);
        for (double[] row : pressure) {
            Arrays.fill(row, 0.0);
        }
    }

    /**
     * One step without a body.
     *
     * @throws FlowDivergedException if the Courant number leaves its range or a value is not finite
     */
    public void step() {
        finish(predict());
    }

    /**
     * One step with a body in the flow.
     *
     * @throws FlowDivergedException if the Courant number leaves its range, a value is not finite, or the body cannot
     *     go on; the flow must then be started or loaded again
     */
    public void step(ImmersedBody body) {
        double surplus = predict();
        body.act(next, startTime + (steps + 1) * timeStep(), timeStep());
        finish(surplus);
    }

    /** u* on all faces: the explicit terms inside, the ends carried along. Returns what leaves too fast. */
    private double predict() {
        momentum.begin(velocity, pressure, next);
        team.run(setup.grid().rows(), predictRows);
        momentum.end();
        return boundaries.surplus(outflow);
    }

    private void predictRows(int worker, int from, int to) {
        momentum.advance(worker, from, to);
        double courant = setup.settings().inflow() * timeStep() / setup.grid().cellSize();
        boundaries.predictEnds(velocity, courant, next, from, to, outflow);
    }

    private void finish(double surplus) {
        Velocity swap = velocity;
        velocity = next;
        next = swap;
        steps++;
        StepLimits.requireBounded(project(surplus), timeStep(), setup.grid().cellSize(), steps);
    }

    /**
     * Makes the velocity divergence-free, fills its ghosts and returns the largest absolute value of a component; NaN
     * if one is. The largest of a set has no order, so no bit depends on one.
     */
    private double project(double surplus) {
        projection.solve(velocity, surplus);
        Arrays.fill(largest, 0.0);
        team.run(setup.grid().rows(), correctRows);
        double speed = 0.0;
        for (double each : largest) {
            speed = Math.max(speed, each);
        }
        return speed;
    }

    private void correctRows(int worker, int from, int to) {
        projection.correct(worker, from, to, pressure);
        boundaries.fill(velocity, from, to);
        largest[worker] = Math.max(largest[worker], velocity.largest(from, to, scratch[worker][0]));
    }

    /** Ends the threads beside the caller's; without any there is nothing to do. */
    @Override
    public void close() {
        team.close();
    }

    /** Copies all that the next step depends on. */
    public void save(FlowState out) {
        out.velocity.set(velocity);
        for (int j = 0; j < pressure.length; j++) {
            System.arraycopy(pressure[j], 0, out.pressure[j], 0, pressure[j].length);
        }
        out.ratesKnown = momentum.saveRates(out.rateU, out.rateV);
        out.startTime = startTime;
        out.steps = steps;
    }

    /** Goes on from a state saved by a flow with the same settings; the steps that follow have the same bits. */
    public void load(FlowState state) {
        velocity.set(state.velocity);
        for (int j = 0; j < pressure.length; j++) {
            System.arraycopy(state.pressure[j], 0, pressure[j], 0, pressure[j].length);
        }
        momentum.loadRates(state.rateU, state.rateV, state.ratesKnown);
        startTime = state.startTime;
        steps = state.steps;
    }

    /** What this flow is. */
    public FlowSetup setup() {
        return setup;
    }

    /** The current velocity; a step swaps the object, so ask again after it. */
    public Velocity velocity() {
        return velocity;
    }

    /** Pressure of cell (i, j), its level arbitrary. */
    public double pressure(int i, int j) {
        return pressure[j][i + GHOST] * setup.grid().cellSize() / timeStep();
    }

    /** Time now. */
    public double time() {
        return startTime + steps * timeStep();
    }

    /** Steps since the start. */
    public long steps() {
        return steps;
    }

    private double timeStep() {
        return setup.settings().timeStep();
    }
}
