package org.teleost.envs.lightdark;

import java.util.List;
import java.util.Locale;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** LightDark1D; the package description is the exact definition. */
public final class LightDark1D implements GenerativeModel {
    /** The action that ends the episode; the others move by -10, -1, 1 and 10. */
    public static final int STOP = 2;

    private static final double DISCOUNT = 0.95;
    private static final int LIMIT = 60;
    private static final int START_LIMIT = 30;
    static final int LIGHT = 10;
    private static final double LEAST_DEVIATION = 1e-4;
    private static final double MOVE_REWARD = -1.0;
    private static final double STOP_REWARD = 100.0;
    private static final int[] MOVES = {-10, -1, 0, 1, 10};

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
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = stream.nextInt(2 * START_LIMIT + 1) - START_LIMIT;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int position = Math.max(-LIMIT, Math.min(LIMIT, state.ints[0] + MOVES[action]));
        state.ints[0] = position;
        float reading = (float) (position + deviation(position) * stream.nextGaussian());
        boolean stop = action == STOP;
        out.set(stop ? position == 0 ? STOP_REWARD : -STOP_REWARD : MOVE_REWARD, key(reading), stop);
    }

    static double deviation(int position) {
        return Math.abs(position - LIGHT) + LEAST_DEVIATION;
    }

    /** The observation that stands for a reading. */
    public static long key(float reading) {
        return Float.floatToIntBits(reading) & 0xffffffffL;
    }

    /** The reading that an observation stands for. */
    public static float reading(long observation) {
        return Float.intBitsToFloat((int) observation);
    }

    /** log N(o; s, sigma(s)^2) + log(2 pi) / 2. */
    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        double deviation = deviation(nextState.ints[0]);
        double z = (reading(observation) - nextState.ints[0]) / deviation;
        return -0.5 * z * z - Math.log(deviation);
    }

    @Override
    public String actionText(int action) {
        return List.of("-10", "-1", "stop", "+1", "+10").get(action);
    }

    @Override
    public String observationText(long observation) {
        return String.format(Locale.ROOT, "%.2f", reading(observation));
    }
}
