package org.teleost.problem;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** A world that simulates a model with its own random stream. */
public final class ModelWorld implements World {
    private final GenerativeModel model;
    private final State state;
    private final RandomStream stream;
    private final long seed;
    private int step;
    private boolean terminal;

    public ModelWorld(GenerativeModel model, long seed) {
        this.model = model;
        this.seed = seed;
        state = model.layout().newState();
        stream = new RandomStream(seed);
        model.initialHistory(state);
        model.sampleInitial(state, stream);
    }

    @Override
    public void step(int action, Outcome out) {
        stream.startEpisode(seed, ++step, 0);
        model.step(state, action, stream, out);
        model.updateHistory(state, action, out.observation);
        terminal = out.terminal;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public boolean succeeded() {
        return terminal;
    }
}
