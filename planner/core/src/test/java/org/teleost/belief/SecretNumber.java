package org.teleost.belief;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * A number from 0 to 9 that never changes. ASK shows it exactly, WAIT shows 10 whatever it is, STOP_ODD ends the
 * episode when it is odd and shows 10 otherwise.
 */
class SecretNumber implements GenerativeModel {
    static final int ASK = 0;
    static final int WAIT = 1;
    static final int STOP_ODD = 2;
    static final long NOTHING = 10;
    private static final StateLayout LAYOUT = StateLayout.ofInts("number").withHistory("asked");

    @Override
    public String name() {
        return "secret-number";
    }

    @Override
    public StateLayout layout() {
        return LAYOUT;
    }

    @Override
    public int actionCount() {
        return 3;
    }

    @Override
    public long observationCount() {
        return 12;
    }

    @Override
    public double discount() {
        return 0.9;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = stream.nextInt(10);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        out.set(0.0, action == ASK ? state.ints[0] : NOTHING, action == STOP_ODD && state.ints[0] % 2 == 1);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        long shown = action == ASK ? nextState.ints[0] : NOTHING;
        return observation == shown ? 0.0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public void initialHistory(State state) {
        state.history[0] = 0.0f;
    }

    @Override
    public void updateHistory(State nextState, int action, long observation) {
        nextState.history[0] += action == ASK ? 1.0f : 0.0f;
    }
}
