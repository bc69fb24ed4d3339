package org.teleost.envs.kuramotosivashinsky;

import java.util.Arrays;
import java.util.List;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** Episodes on the Kuramoto-Sivashinsky line. */
final class KuramotoSivashinskyEnvironment implements Environment {
    static final List<String> INFO_NAMES = List.of("curvatureCost", "gradientCost", "powerInput", "energy");

    /** A float's rounding of the largest action. */
    private static final float TOLERANCE = 1e-6f;

    private final Actuators actuators;
    private final Flow flow = new Flow(KuramotoSivashinskyProblem.LENGTH, KuramotoSivashinskyProblem.SUBSTEP);
    private final RandomStream stream = new RandomStream(0);
    private final double[] line = new double[LaneLayout.POINTS];
    private final float[] jets = new float[Actuators.COUNT];
    private int steps;

    KuramotoSivashinskyEnvironment(boolean wrapped) {
        actuators = new Actuators(KuramotoSivashinskyProblem.LENGTH, wrapped);
    }

    @Override
    public void reset(long seed, float[] observation) {
        stream.startEpisode(seed, 0, 0);
        start(stream.nextInt(InitialStates.COUNT), observation);
    }

    /** Starts an episode from the given one of the initial states. */
    void start(int row, float[] observation) {
        InitialStates.start(row, flow);
        Arrays.fill(jets, 0);
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
        System.arraycopy(action, 0, jets, 0, jets.length);
        actuators.force(jets, line);
        flow.force(line);
        flow.advance(KuramotoSivashinskyProblem.SUBSTEPS);
        steps++;
        double energy = flow.energy();
        requireFinite(energy, action);

        observe(out.observation);
        out.info[0] = flow.meanCurvatureSquare();
        out.info[1] = flow.meanGradientSquare();
        out.info[2] = flow.meanPower();
        out.info[3] = energy;
        out.reward = -(flow.meanCurvatureSquare() + flow.meanGradientSquare() + flow.meanPower());
        out.terminated = false;
        out.truncated = steps >= KuramotoSivashinskyProblem.STEPS;
    }

    private void observe(float[] observation) {
        flow.state(line);
        copy(line, observation);
    }

    private static void copy(double[] from, float[] to) {
        for (int point = 0; point < from.length; point++) {
            to[point] = (float) from[point];
        }
    }

    /** The force is that of the last action, zero at the start. */
    @Override
    public void readSignal(int signal, float[] out) {
        switch (signal) {
            case 0 -> observe(out);
            case 1 -> {
                actuators.force(jets, line);
                copy(line, out);
            }
            case 2 ->
                out[0] = (float) (steps * KuramotoSivashinskyProblem.SUBSTEPS * KuramotoSivashinskyProblem.SUBSTEP);
            default -> throw new IndexOutOfBoundsException("Kuramoto-Sivashinsky has signals 0 to 2; signal=" + signal);
        }
    }

    private static void requireWithinBox(float[] action) {
        for (int k = 0; k < Actuators.COUNT; k++) {
            if (!(Math.abs(action[k]) <= KuramotoSivashinskyProblem.LARGEST_ACTION + TOLERANCE)) {
                throw new IllegalArgumentException("jet amplitude out of range: jet=" + k + " amplitude=" + action[k]
                        + " low=" + -KuramotoSivashinskyProblem.LARGEST_ACTION + " high="
                        + KuramotoSivashinskyProblem.LARGEST_ACTION + "; clip it before the step");
            }
        }
    }

    private void requireFinite(double energy, float[] action) {
        if (!Double.isFinite(energy)) {
            throw new IllegalStateException("Kuramoto-Sivashinsky diverged: energy=" + energy + " step=" + steps
                    + " action=" + Arrays.toString(action) + "; reset the environment");
        }
    }
}
