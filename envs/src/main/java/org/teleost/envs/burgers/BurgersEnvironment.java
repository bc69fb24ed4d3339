package org.teleost.envs.burgers;

import java.util.Arrays;
import java.util.List;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** Episodes of the Burgers flow. */
final class BurgersEnvironment implements Environment {
    static final int JETS = 2;
    static final List<String> INFO_NAMES = List.of("meanSquaredError", "target");

    private static final int CELLS = BurgersProblem.CELLS;
    private static final double ACTION_TIME = BurgersProblem.SUBSTEP * BurgersProblem.SUBSTEPS;
    private static final double REWARD_SCALE = 10.0;

    /** A float's rounding of the bounds. */
    private static final float TOLERANCE = 1e-6f;

    private final Flow flow = new Flow(CELLS, BurgersProblem.VISCOSITY, BurgersProblem.SUBSTEP);
    private final RandomStream stream = new RandomStream(0);
    private final double[][] jets = {jet(0.25), jet(0.75)};
    private final double[] line = new double[CELLS];
    private final float[] amplitudes = new float[JETS];
    private int steps;

    private static double[] jet(double centre) {
        double[] shape = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            double distance = position(i) - centre;
            shape[i] = Math.exp(-225.0 * distance * distance);
        }
        return shape;
    }

    private static double position(int cell) {
        return (double) cell / CELLS;
    }

    /** The level to follow after the given number of actions. */
    static double target(int steps) {
        return 0.5 + 0.05 * Math.sin(Math.PI * (ACTION_TIME * steps) / 15.0);
    }

    @Override
    public void reset(long seed, float[] observation) {
        stream.startEpisode(seed, 0, 0);
        start(stream.nextDouble(), observation);
    }

    /** Starts from {@code share} of a bump and {@code 1 - share} of a wave, on a level of 0.2. */
    void start(double share, float[] observation) {
        for (int i = 0; i < CELLS; i++) {
            double fromCentre = position(i) - 0.5;
            double bump = 0.2 * Math.exp(-25.0 * fromCentre * fromCentre);
            double wave = 0.2 * Math.sin(4.0 * Math.PI * position(i));
            line[i] = share * bump + (1.0 - share) * wave + 0.2;
        }
        flow.start(line);
        Arrays.fill(amplitudes, 0);
        steps = 0;
        observe(observation);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if an amplitude is NaN or beyond its bounds
     * @throws IllegalStateException if the state is no longer finite
     */
    @Override
    public void step(float[] action, StepOutcome out) {
        requireWithinBox(action);
        System.arraycopy(action, 0, amplitudes, 0, JETS);
        force(line);
        flow.force(line);
        flow.advance(BurgersProblem.SUBSTEPS);
        steps++;

        double error = observe(out.observation);
        if (!Double.isFinite(error)) {
            throw new IllegalStateException("Burgers diverged: meanSquaredError=" + error + " step=" + steps
                    + " action=" + Arrays.toString(action) + "; reset the environment");
        }
        out.info[0] = error;
        out.info[1] = target(steps);
        out.reward = -REWARD_SCALE * error;
        out.terminated = false;
        out.truncated = steps >= BurgersProblem.STEPS;
    }

    /** f in each cell for the last action, zero at the start. */
    private void force(double[] out) {
        for (int i = 0; i < CELLS; i++) {
            out[i] = amplitudes[0] * jets[0][i] + amplitudes[1] * jets[1][i];
        }
    }

    @Override
    public void readSignal(int signal, float[] out) {
        switch (signal) {
            case 0 -> flow.state(line);
            case 1 -> force(line);
            case 2 -> out[0] = (float) target(steps);
            case 3 -> out[0] = (float) (ACTION_TIME * steps);
            default -> throw new IndexOutOfBoundsException("Burgers has signals 0 to 3; signal=" + signal);
        }
        for (int i = 0; signal < 2 && i < CELLS; i++) {
            out[i] = (float) line[i];
        }
    }

    /** Writes u - target and returns its mean square. */
    private double observe(float[] observation) {
        double target = target(steps);
        double sum = 0.0;
        flow.state(line);
        for (int i = 0; i < CELLS; i++) {
            double difference = line[i] - target;
            observation[i] = (float) difference;
            sum += difference * difference;
        }
        return sum / CELLS;
    }

    private static void requireWithinBox(float[] action) {
        for (int k = 0; k < JETS; k++) {
            if (!(action[k] >= BurgersProblem.SMALLEST_ACTION - TOLERANCE
                    && action[k] <= BurgersProblem.LARGEST_ACTION + TOLERANCE)) {
                throw new IllegalArgumentException("jet amplitude out of range: jet=" + k + " amplitude=" + action[k]
                        + " low=" + BurgersProblem.SMALLEST_ACTION + " high=" + BurgersProblem.LARGEST_ACTION
                        + "; clip it before the step");
            }
        }
    }
}
