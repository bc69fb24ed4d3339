package org.teleost.experiments.corridor;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Walk from 0 to the end; -1 per step, +10 on arrival. The position is observed. Returns are known by hand. */
record Corridor(int end, double discount, Fault fault) implements GenerativeModel {
    static final int LEFT = 0;
    static final int RIGHT = 1;

    /** What goes wrong at position 2. */
    enum Fault {
        NONE,
        THROWS,
        NAN_REWARD
    }

    @Override
    public String name() {
        return "corridor";
    }

    @Override
    public StateLayout layout() {
        return StateLayout.ofInts("position");
    }

    @Override
    public int actionCount() {
        return 2;
    }

    @Override
    public long observationCount() {
        return end + 1L;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = 0;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int next = Math.max(0, state.ints[0] + (action == RIGHT ? 1 : -1));
        state.ints[0] = next;
        if (next == 2 && fault == Fault.THROWS) {
            throw new IllegalStateException("floor missing");
        }
        double reward = next == end ? 10.0 : -1.0;
        out.set(next == 2 && fault == Fault.NAN_REWARD ? Double.NaN : reward, next, next == end);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return observation == nextState.ints[0] ? 0.0 : Double.NEGATIVE_INFINITY;
    }
}
