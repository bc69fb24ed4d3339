package org.teleost.envs.lightdark;

import java.util.Locale;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** LightDark2D, the variant with a target; the package description is the exact definition. */
public final class LightDark2D implements GenerativeModel {
    private static final double START = 2.0;
    private static final double START_DEVIATION = 0.5;
    static final double LIGHT = 5.0;
    private static final double LEAST_DEVIATION = 1e-2;
    private static final double TARGET_RADIUS = 0.05;
    private static final double MOVE_REWARD = -1.0;
    private static final double LONGEST = 3.0;

    private final StateLayout layout = StateLayout.ofFloats("x", "y")
            .withActions(ActionBox.of("dx", -LONGEST, LONGEST).and("dy", -LONGEST, LONGEST));

    @Override
    public String name() {
        return "lightdark-2d";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 1;
    }

    @Override
    public long observationCount() {
        return KEYED_OBSERVATIONS;
    }

    @Override
    public double discount() {
        return 1.0;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.floats[0] = (float) (START + START_DEVIATION * stream.nextGaussian());
        state.floats[1] = (float) (START + START_DEVIATION * stream.nextGaussian());
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        state.floats[0] += state.action[0];
        state.floats[1] += state.action[1];
        double x = state.floats[0];
        double y = state.floats[1];
        boolean home = x * x + y * y <= TARGET_RADIUS * TARGET_RADIUS;
        double deviation = deviation(x);
        float readX = (float) (x + deviation * stream.nextGaussian());
        float readY = (float) (y + deviation * stream.nextGaussian());
        out.set(MOVE_REWARD, key(readX, readY), home);
    }

    static double deviation(double x) {
        return Math.sqrt(0.5) * Math.abs(LIGHT - x) + LEAST_DEVIATION;
    }

    static long key(float x, float y) {
        return (long) Float.floatToIntBits(x) << 32 | Float.floatToIntBits(y) & 0xFFFFFFFFL;
    }

    /** log of the density of both readings, plus log(2 pi). */
    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        double deviation = deviation(nextState.floats[0]);
        double x = (Float.intBitsToFloat((int) (observation >>> 32)) - nextState.floats[0]) / deviation;
        double y = (Float.intBitsToFloat((int) observation) - nextState.floats[1]) / deviation;
        return -0.5 * (x * x + y * y) - 2.0 * Math.log(deviation);
    }

    @Override
    public String observationText(long observation) {
        return String.format(
                Locale.ROOT,
                "(%.2f, %.2f)",
                Float.intBitsToFloat((int) (observation >>> 32)),
                Float.intBitsToFloat((int) observation));
    }
}
