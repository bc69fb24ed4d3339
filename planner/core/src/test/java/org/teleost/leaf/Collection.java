package org.teleost.leaf;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** A walk along twelve places, each with or without a prize that can be taken once; both lie in one lane each. */
class Collection implements GenerativeModel {
    static final int PLACES = 12;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int TAKE = 2;

    private final StateLayout layout = StateLayout.ofInts("place", "prizes");

    @Override
    public String name() {
        return "collection";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 4;
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
        state.ints[0] = PLACES / 2;
        state.ints[1] = stream.nextInt(1 << PLACES);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int place = state.ints[0];
        boolean prize = (state.ints[1] >>> place & 1) != 0;
        out.set(action == TAKE && prize ? 10.0 : 0.0, 0, false);
        if (action == LEFT) {
            state.ints[0] = Math.max(0, place - 1);
        } else if (action == RIGHT) {
            state.ints[0] = Math.min(PLACES - 1, place + 1);
        } else if (action == TAKE) {
            state.ints[1] &= ~(1 << place);
        }
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return 0.0;
    }
}
