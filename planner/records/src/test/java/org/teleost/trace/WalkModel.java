package org.teleost.trace;

import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** A walk on a line with all kinds of lanes; texts hold characters that JSON must escape. */
final class WalkModel implements GenerativeModel {
    private static final StateLayout LAYOUT =
            new StateLayout(List.of("cell", "room"), List.of("speed"), List.of("seen"));

    @Override
    public String name() {
        return "walk";
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
        return KEYED_OBSERVATIONS;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = stream.nextInt(10);
        state.ints[1] = 3;
        state.floats[0] = 0.5f;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        state.ints[0] += action == 0 ? -1 : 1;
        out.set(-0.25, (1L << 60) + state.ints[0], false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return 0.0;
    }

    @Override
    public void updateHistory(State nextState, int action, long observation) {
        nextState.history[0]++;
    }

    @Override
    public String actionText(int action) {
        return action == 0 ? "go \"left\"" : "go\tright \u2192";
    }
}
