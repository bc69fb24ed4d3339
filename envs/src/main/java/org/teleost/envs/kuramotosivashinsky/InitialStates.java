package org.teleost.envs.kuramotosivashinsky;

import static org.teleost.envs.kuramotosivashinsky.LaneLayout.POINTS;

/**
 * The states that episodes start from: 200 of them, one before each action interval of an uncontrolled run from
 * {@code u = 3/2 sin(2 pi x / L + 1/4)}. The run ends in the transient to the steady state that uncontrolled runs of
 * this line often reach; the phase keeps zeros of u off the grid, where rounding would choose the upwind side.
 */
final class InitialStates {
    static final int COUNT = 200;

    private static final double AMPLITUDE = 1.5;
    private static final double PHASE = 0.25;

    private InitialStates() {}

    /** Solved when the first episode starts, then shared by all environments of the process. */
    private static final class Run {
        static final double[][] ROWS = rows();
    }

    private static double[][] rows() {
        double[][] rows = new double[COUNT][POINTS];
        for (int point = 0; point < POINTS; point++) {
            rows[0][point] = AMPLITUDE * Math.sin(2.0 * Math.PI * point / POINTS + PHASE);
        }
        Flow flow = new Flow(KuramotoSivashinskyProblem.LENGTH, KuramotoSivashinskyProblem.SUBSTEP);
        flow.start(rows[0]);
        for (int row = 1; row < COUNT; row++) {
            flow.advance(KuramotoSivashinskyProblem.SUBSTEPS);
            flow.state(rows[row]);
        }
        return rows;
    }

    /** Starts the flow from state {@code row}, 0 to 199. */
    static void start(int row, Flow flow) {
        flow.start(Run.ROWS[row]);
    }
}
