package org.teleost.envs.lightdark;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** LightDark1D; the package description is the exact definition. */
public final class LightDark1D implements GenerativeModel {
    /** Action that ends the episode. */
    public static final int STOP = 2;

    private static final int[] MOVES = {-10, -1, 0, 1, 10};
    private static final int LIMIT = 60;
    private static final int START = 30;
    private static final int LIGHT = 10;
    private static final double SHARPEST = 1e-4;
    private static final double PRIZE = 100.0;

    private final StateLayout layout = StateLayout.ofInts("position");

    @Override
    public String name() {
        return "lightdark-1d";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return MOVES.length;
    }

    @Override
    public long observationCount() {
        return KEYED_OBSERVATIONS;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = stream.nextInt(2 * START + 1) - START;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        if (action == STOP) {
            out.set(state.ints[0] == 0 ? PRIZE : -PRIZE, 0, true);
            return;
        }
        int next = Math.max(-LIMIT, Math.min(LIMIT, state.ints[0] + MOVES[action]));
        state.ints[0] = next;
        float seen = (float) (next + deviation(next) * stream.nextGaussian());
        out.set(-1.0, Float.floatToIntBits(seen) & 0xFFFFFFFFL, false);
    }

    private static double deviation(int position) {
        return Math.abs(position - LIGHT) + SHARPEST;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        double deviation = deviation(nextState.ints[0]);
        double off = (Float.intBitsToFloat((int) observation) - nextState.ints[0]) / deviation;
        return -0.5 * off * off - Math.log(deviation);
    }

    @Override
    public String actionText(int action) {
        return action == STOP ? "stop" : (MOVES[action] > 0 ? "+" : "") + MOVES[action];
    }

    @Override
    public String observationText(long observation) {
        return "reads " + Float.intBitsToFloat((int) observation);
    }
}
