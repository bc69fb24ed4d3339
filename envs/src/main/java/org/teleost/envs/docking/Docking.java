package org.teleost.envs.docking;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Docking by two range readings; the package description is the exact definition. */
public final class Docking implements GenerativeModel {
    /** Action that ends the episode; the others drive. */
    public static final int DOCK = 8;

    static final double DOCK_X = 0.0;
    static final double DOCK_Y = 2.0;
    private static final double WITHIN = 0.5;
    private static final double HALF_WIDTH = 10.0;
    private static final double HEIGHT = 10.0;
    private static final double BEACON = 5.0;
    private static final double MOTION_DEVIATION = 0.1;
    private static final double RANGE_DEVIATION = 0.3;
    private static final int X = 0;
    private static final int Y = 1;

    private final StateLayout layout = StateLayout.ofFloats("x", "y");

    @Override
    public String name() {
        return "docking";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return DOCK + 1;
    }

    @Override
    public long observationCount() {
        return KEYED_OBSERVATIONS;
    }

    @Override
    public double discount() {
        return 0.98;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.floats[X] = (float) (HALF_WIDTH * (2.0 * stream.nextDouble() - 1.0));
        state.floats[Y] = (float) (HEIGHT * stream.nextDouble());
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        double x = state.floats[X];
        double y = state.floats[Y];
        if (action == DOCK) {
            out.set(docksAt(state) ? 100.0 : -50.0, 0, true);
            return;
        }
        double nextX = x + Math.cos(action * Math.PI / 4.0) + MOTION_DEVIATION * stream.nextGaussian();
        double nextY = y + Math.sin(action * Math.PI / 4.0) + MOTION_DEVIATION * stream.nextGaussian();
        boolean inside = Math.abs(nextX) <= HALF_WIDTH && nextY >= 0.0 && nextY <= HEIGHT;
        if (inside) {
            state.floats[X] = (float) nextX;
            state.floats[Y] = (float) nextY;
        }
        float left = (float) (range(state, -BEACON) + RANGE_DEVIATION * stream.nextGaussian());
        float right = (float) (range(state, BEACON) + RANGE_DEVIATION * stream.nextGaussian());
        long key = (long) Float.floatToIntBits(left) << 32 | Float.floatToIntBits(right) & 0xFFFFFFFFL;
        out.set(inside ? -1.0 : -5.0, key, false);
    }

    static boolean docksAt(State state) {
        return Math.hypot(state.floats[X] - DOCK_X, state.floats[Y] - DOCK_Y) <= WITHIN;
    }

    private static double range(State state, double beacon) {
        double x = state.floats[X] - beacon;
        double y = state.floats[Y];
        return Math.sqrt(x * x + y * y);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        double left = (Float.intBitsToFloat((int) (observation >>> 32)) - range(nextState, -BEACON)) / RANGE_DEVIATION;
        double right = (Float.intBitsToFloat((int) observation) - range(nextState, BEACON)) / RANGE_DEVIATION;
        return -0.5 * (left * left + right * right);
    }

    @Override
    public String actionText(int action) {
        return action == DOCK ? "dock" : "drive-" + 45 * action;
    }

    @Override
    public String observationText(long observation) {
        return "ranges " + Float.intBitsToFloat((int) (observation >>> 32)) + " "
                + Float.intBitsToFloat((int) observation);
    }
}
