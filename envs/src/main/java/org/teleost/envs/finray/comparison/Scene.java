package org.teleost.envs.finray.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRayEnvironment;
import org.teleost.envs.finray.FinRayProblem;
import org.teleost.envs.finray.scoring.Measurement;
import org.teleost.envs.finray.scoring.OffsetControl;
import org.teleost.problem.Signal;
import org.teleost.problem.StepOutcome;
import org.teleost.trace.ControlRecorder;

/**
 * What a control does to see: offset, CT and CP decision by decision, and the flow at four phases of the last period.
 *
 * @param time of each decision's end since the start, in periods
 * @param offset after each decision, in radians
 * @param thrust CT of each decision
 * @param power CP of each decision
 * @param snapshots flow and ray at a quarter, a half, three quarters and the end of the last period
 */
public record Scene(double[] time, double[] offset, double[] thrust, double[] power, List<Snapshot> snapshots) {
    private Scene(double[][] series, List<Snapshot> snapshots) {
        this(series[0], series[1], series[2], series[3], List.copyOf(snapshots));
    }

    /** Snapshots of the last period. */
    private static final int SNAPSHOTS = 4;

    /**
     * Flow and ray at a moment.
     *
     * @param phase of the root, as a share of its period
     * @param extent of the field
     * @param columns of the field
     * @param vorticity by rows, lowest first
     * @param markers a row of x, a row of y, from root to tip
     */
    public record Snapshot(double phase, Signal.Extent extent, int columns, float[] vorticity, float[] markers) {}

    /**
     * Runs a control from the start of a period, at most an episode, and records a trace of it.
     *
     * @param problem whose episode it is
     * @param actor what acts, in a word or two
     * @param trace file to write
     * @throws IOException if the trace cannot be written
     */
    public static Scene record(
            FinRayProblem problem, OffsetControl control, Measurement measurement, String actor, Path trace)
            throws IOException {
        int decisions = Math.min(measurement.decisions(), problem.stepLimit());
        double[][] series = new double[4][decisions];
        List<Snapshot> snapshots = new ArrayList<>();
        StepOutcome out = new StepOutcome(
                problem.observationBox().size(), problem.infoNames().size());
        float[] action = new float[1];
        Map<String, String> configuration =
                Map.of("start", "0", "reward", problem.reward().toString());
        try (FinRayEnvironment environment = problem.newEnvironment();
                ControlRecorder recorder = new ControlRecorder(trace, problem, 0, actor, configuration)) {
            environment.start(0, out.observation);
            recorder.started(environment, out.observation);
            for (int k = 0; k < decisions; k++) {
                action[0] = (float) control.action(environment.ray());
                environment.step(action, out);
                recorder.stepped(environment, action, out);
                if (out.terminated) {
                    return new Scene(cut(series, k), snapshots);
                }
                series[0][k] = (k + 1.0) / FinRay.DECISIONS_PER_PERIOD;
                series[1][k] = environment.ray().offset();
                series[2][k] = environment.ray().thrustCoefficient();
                series[3][k] = environment.ray().powerCoefficient();
                int left = decisions - 1 - k;
                if (left < FinRay.DECISIONS_PER_PERIOD && left % (FinRay.DECISIONS_PER_PERIOD / SNAPSHOTS) == 0) {
                    snapshots.add(snapshot(problem, environment));
                }
            }
        }
        return new Scene(series, snapshots);
    }

    private static double[][] cut(double[][] series, int decisions) {
        return Arrays.stream(series)
                .map(values -> Arrays.copyOf(values, decisions))
                .toArray(double[][]::new);
    }

    private static Snapshot snapshot(FinRayProblem problem, FinRayEnvironment environment) {
        Signal field = problem.signals().get(FinRayProblem.VORTICITY);
        Signal joints = problem.signals().get(FinRayProblem.MARKERS);
        float[] vorticity = new float[field.size()];
        float[] markers = new float[joints.size()];
        environment.readSignal(FinRayProblem.VORTICITY, vorticity);
        environment.readSignal(FinRayProblem.MARKERS, markers);
        double phase = environment.ray().time() / FinRay.PERIOD;
        return new Snapshot(phase - Math.floor(phase + 1e-9), field.extent(), field.columns(), vorticity, markers);
    }
}
