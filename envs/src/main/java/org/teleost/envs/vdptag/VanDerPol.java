package org.teleost.envs.vdptag;

import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** How agent and target move; the lanes of a state. */
final class VanDerPol {
    static final int AGENT_X = 0;
    static final int AGENT_Y = 1;
    static final int TARGET_X = 2;
    static final int TARGET_Y = 3;

    private static final double MU = 2.0;
    private static final double STEP = 0.1;
    private static final int STEPS = 5;
    private static final double DEVIATION = 0.05;
    private static final double SPEED = 0.5;
    private static final double BARRIER_FROM = 0.2;
    private static final double BARRIER_TO = 3.0;

    /** How far before a barrier the agent stops: more than a float's rounding, so that it never ends up behind. */
    private static final double GAP = 1e-5;

    private VanDerPol() {}

    /** One step of the target without noise. */
    static void flow(State state) {
        double x = state.floats[TARGET_X];
        double y = state.floats[TARGET_Y];
        for (int i = 0; i < STEPS; i++) {
            // classical Runge-Kutta; k is (u, v)
            double u1 = slopeX(x, y);
            double v1 = x / MU;
            double x2 = x + 0.5 * STEP * u1;
            double u2 = slopeX(x2, y + 0.5 * STEP * v1);
            double v2 = x2 / MU;
            double x3 = x + 0.5 * STEP * u2;
            double u3 = slopeX(x3, y + 0.5 * STEP * v2);
            double v3 = x3 / MU;
            double x4 = x + STEP * u3;
            double u4 = slopeX(x4, y + STEP * v3);
            double v4 = x4 / MU;
            x += STEP / 6.0 * (u1 + 2.0 * (u2 + u3) + u4);
            y += STEP / 6.0 * (v1 + 2.0 * (v2 + v3) + v4);
        }
        state.floats[TARGET_X] = (float) x;
        state.floats[TARGET_Y] = (float) y;
    }

    private static double slopeX(double x, double y) {
        return MU * (x - x * x * x / 3.0 - y);
    }

    /** One step of the target. */
    static void moveTarget(State state, RandomStream stream) {
        flow(state);
        state.floats[TARGET_X] += (float) (DEVIATION * stream.nextGaussian());
        state.floats[TARGET_Y] += (float) (DEVIATION * stream.nextGaussian());
    }

    /** Moves the agent along the unit vector (cosine, sine). */
    static void moveAgent(State state, double cosine, double sine) {
        double x = state.floats[AGENT_X];
        double y = state.floats[AGENT_Y];
        double dx = SPEED * cosine;
        double dy = SPEED * sine;
        double share = Math.min(crossing(x, y, dx, dy), crossing(y, x, dy, dx));
        state.floats[AGENT_X] = (float) (x + share * dx);
        state.floats[AGENT_Y] = (float) (y + share * dy);
    }

    /**
     * Share of the move (along, across) from a place that is free, as far as the barriers on the axis of the first
     * coordinate are concerned.
     */
    private static double crossing(double alongFrom, double acrossFrom, double along, double across) {
        if (acrossFrom * (acrossFrom + across) > 0.0 || across == 0.0) {
            return 1.0;
        }
        double share = -acrossFrom / across;
        double at = Math.abs(alongFrom + share * along);
        return at < BARRIER_FROM || at > BARRIER_TO ? 1.0 : Math.max(0.0, share - GAP / Math.abs(across));
    }

    static double distance(State state) {
        double dx = state.floats[TARGET_X] - state.floats[AGENT_X];
        double dy = state.floats[TARGET_Y] - state.floats[AGENT_Y];
        return Math.sqrt(dx * dx + dy * dy);
    }
}
