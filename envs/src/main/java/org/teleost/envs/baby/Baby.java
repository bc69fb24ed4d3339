package org.teleost.envs.baby;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** The crying baby; the package description is the exact definition. */
public final class Baby implements GenerativeModel {
    /** Actions. */
    public static final int WAIT = 0;

    public static final int FEED = 1;

    /** States. */
    public static final int SATED = 0;

    public static final int HUNGRY = 1;

    /** Observations. */
    public static final int QUIET = 0;

    public static final int CRYING = 1;

    private static final double DISCOUNT = 0.9;
    private static final double FEED_REWARD = -5.0;
    private static final double HUNGRY_REWARD = -10.0;
    private static final double BECOMES_HUNGRY = 0.1;
    private static final double CRIES_HUNGRY = 0.8;
    private static final double CRIES_SATED = 0.1;

    private final StateLayout layout = StateLayout.ofInts("hungry");

    @Override
    public String name() {
        return "baby";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 2;
    }

    @Override
    public long observationCount() {
        return 2;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = SATED;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        boolean hungry = state.ints[0] == HUNGRY;
        double reward = (action == FEED ? FEED_REWARD : 0.0) + (hungry ? HUNGRY_REWARD : 0.0);
        boolean nextHungry = action == WAIT && (hungry || stream.nextBoolean(BECOMES_HUNGRY));
        state.ints[0] = nextHungry ? HUNGRY : SATED;
        out.set(reward, stream.nextBoolean(cries(state)) ? CRYING : QUIET, false);
    }

    private static double cries(State state) {
        return state.ints[0] == HUNGRY ? CRIES_HUNGRY : CRIES_SATED;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        double crying = cries(nextState);
        return Math.log(observation == CRYING ? crying : 1.0 - crying);
    }

    @Override
    public String actionText(int action) {
        return action == FEED ? "feed" : "wait";
    }

    @Override
    public String observationText(long observation) {
        return observation == CRYING ? "crying" : "quiet";
    }

    @Override
    public String stateText(State state) {
        return state.ints[0] == HUNGRY ? "hungry" : "sated";
    }
}
