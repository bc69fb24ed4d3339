package org.teleost.control;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Goes on by one or stays, seen by nobody; going is better. */
final class Counter implements GenerativeModel {
    static final int STAY = 0;
    static final int GO = 1;
    private static final StateLayout LAYOUT = StateLayout.ofInts("place");

    /** Where a test expects it to be. */
    volatile int expected;

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public StateLayout layout() {
        return LAYOUT;
    }

    @Override
    public int actionCount() {
        return 2;
    }

    @Override
    public long observationCount() {
        return 1;
    }

    @Override
    public double discount() {
        return 0.9;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = 0;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        state.ints[0] += action;
        out.set(action, 0, false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return 0.0;
    }
}
