package org.teleost.cuda.engine;

import java.util.Optional;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * A model whose rewards and leaf values are rounded as the kernels round them. As long as no sum exceeds 2^53 quanta
 * the host engine's sums of doubles are then exact too, and both engines add up the same numbers.
 */
public record RoundedModel(GenerativeModel model, FixedPoint fixedPoint) implements GenerativeModel {
    @Override
    public String name() {
        return model.name();
    }

    @Override
    public StateLayout layout() {
        return model.layout();
    }

    @Override
    public int actionCount() {
        return model.actionCount();
    }

    @Override
    public long observationCount() {
        return model.observationCount();
    }

    @Override
    public double discount() {
        return model.discount();
    }

    @Override
    public double duration(int action, State nextState) {
        return model.duration(action, nextState);
    }

    @Override
    public boolean hasDurations() {
        return model.hasDurations();
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        model.sampleInitial(state, stream);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        model.step(state, action, stream, out);
        out.reward = fixedPoint.round(out.reward);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return model.logLikelihood(observation, action, nextState);
    }

    @Override
    public double heuristicValue(State state) {
        return fixedPoint.round(model.heuristicValue(state));
    }

    @Override
    public boolean heuristicIsShared() {
        return model.heuristicIsShared();
    }

    @Override
    public int proposeAction(State state, RandomStream stream) {
        return model.proposeAction(state, stream);
    }

    @Override
    public boolean isLegal(State state, int action) {
        return model.isLegal(state, action);
    }

    @Override
    public void initialHistory(State state) {
        model.initialHistory(state);
    }

    @Override
    public void updateHistory(State nextState, int action, long observation) {
        model.updateHistory(nextState, action, observation);
    }

    @Override
    public boolean rejuvenate(State state, RandomStream stream) {
        return model.rejuvenate(state, stream);
    }

    /** The model's own twin, so that the host plans with the rewards that a device plans with: unshaped ones. */
    @Override
    public Optional<DeviceModel> deviceModel() {
        return model.deviceModel();
    }

    @Override
    public String actionText(int action) {
        return model.actionText(action);
    }

    @Override
    public String observationText(long observation) {
        return model.observationText(observation);
    }

    @Override
    public String stateText(State state) {
        return model.stateText(state);
    }
}
