package org.teleost.envs.rocksample;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** RockSample as a simulator and nothing else: no leaf value, no action proposal, no history lanes. */
public final class PlainRockSample implements GenerativeModel {
    private final String name;
    private final RockSample dynamics;
    private final StateLayout layout = StateLayout.ofInts("cell", "rocks");

    /** The same world as {@code dynamics}, under another name. */
    public PlainRockSample(String name, RockSample dynamics) {
        this.name = name;
        this.dynamics = dynamics;
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
        return dynamics.actionCount();
    }

    @Override
    public long observationCount() {
        return dynamics.observationCount();
    }

    @Override
    public double discount() {
        return dynamics.discount();
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        dynamics.sampleInitial(state, stream);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        dynamics.step(state, action, stream, out);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return dynamics.logLikelihood(observation, action, nextState);
    }

    @Override
    public boolean isLegal(State state, int action) {
        return dynamics.isLegal(state, action);
    }

    @Override
    public String actionText(int action) {
        return dynamics.actionText(action);
    }

    @Override
    public String observationText(long observation) {
        return dynamics.observationText(observation);
    }

    @Override
    public String stateText(State state) {
        return dynamics.stateText(state);
    }
}
