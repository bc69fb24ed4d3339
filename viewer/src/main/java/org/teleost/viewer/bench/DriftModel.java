package org.teleost.viewer.bench;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** A point that is pushed about in a plane and seen by quadrant: enough to fill traces. */
final class DriftModel implements GenerativeModel {
    private static final StateLayout LAYOUT = StateLayout.ofFloats("x", "y");
    private static final double PUSH = 0.1;
    private static final double NOISE = 0.05;

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public StateLayout layout() {
        return LAYOUT;
    }

    @Override
    public int actionCount() {
        return 4;
    }

    @Override
    public long observationCount() {
        return 4;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.floats[0] = (float) stream.nextGaussian();
        state.floats[1] = (float) stream.nextGaussian();
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        double angle = 0.5 * Math.PI * action;
        state.floats[0] += (float) (PUSH * Math.cos(angle) + NOISE * stream.nextGaussian());
        state.floats[1] += (float) (PUSH * Math.sin(angle) + NOISE * stream.nextGaussian());
        out.set(-Math.hypot(state.floats[0], state.floats[1]), quadrant(state), false);
    }

    private static long quadrant(State state) {
        return (state.floats[0] > 0 ? 1L : 0L) + (state.floats[1] > 0 ? 2L : 0L);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return quadrant(nextState) == observation ? 0.0 : Double.NEGATIVE_INFINITY;
    }
}
