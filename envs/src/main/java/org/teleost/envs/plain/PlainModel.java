package org.teleost.envs.plain;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * The world of another model without its action proposals, rollout policy, history lanes and device twin, and with
 * another leaf value or none. The dynamics must not read history lanes.
 */
public final class PlainModel implements GenerativeModel {
    private final String name;
    private final GenerativeModel dynamics;
    private final ToDoubleFunction<State> leafValue;
    private final StateLayout layout;

    /** The same world without a leaf value. */
    public PlainModel(String name, GenerativeModel dynamics) {
        this(name, dynamics, null);
    }

    /** The same world with a leaf value of int and float lanes; null for none. */
    public PlainModel(String name, GenerativeModel dynamics, ToDoubleFunction<State> leafValue) {
        this.name = name;
        this.dynamics = dynamics;
        this.leafValue = leafValue;
        layout = new StateLayout(dynamics.layout().ints(), dynamics.layout().floats(), List.of());
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
    public double heuristicValue(State state) {
        return leafValue == null ? 0.0 : leafValue.applyAsDouble(state);
    }

    @Override
    public boolean hasHeuristicValue() {
        return leafValue != null;
    }

    @Override
    public int[] actionFactors() {
        return dynamics.actionFactors();
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
