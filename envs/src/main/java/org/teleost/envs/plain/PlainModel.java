package org.teleost.envs.plain;

import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** The simulator of another model alone. */
public final class PlainModel implements GenerativeModel {
    private final GenerativeModel inner;
    private final String name;
    private final StateLayout layout;

    /** A model whose dynamics do not read history lanes. */
    public PlainModel(String name, GenerativeModel inner) {
        this.name = name;
        this.inner = inner;
        layout = new StateLayout(inner.layout().ints(), inner.layout().floats(), List.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return inner.actionCount();
    }

    @Override
    public long observationCount() {
        return inner.observationCount();
    }

    @Override
    public double discount() {
        return inner.discount();
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        inner.sampleInitial(state, stream);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        inner.step(state, action, stream, out);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return inner.logLikelihood(observation, action, nextState);
    }

    @Override
    public boolean isLegal(State state, int action) {
        return inner.isLegal(state, action);
    }

    @Override
    public String actionText(int action) {
        return inner.actionText(action);
    }

    @Override
    public String observationText(long observation) {
        return inner.observationText(observation);
    }

    @Override
    public String stateText(State state) {
        return inner.stateText(state);
    }
}
