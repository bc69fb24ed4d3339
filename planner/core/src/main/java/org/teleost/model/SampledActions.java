package org.teleost.model;

import org.teleost.random.RandomStream;

/**
 * A model whose actions are points of a box, seen as one with a few ids: those of points spread evenly over the box.
 * For whoever has to go through all actions; several threads may use it.
 */
public final class SampledActions implements GenerativeModel {
    private static final int FEW = 24;

    private final GenerativeModel inner;
    private final StateLayout layout;
    private final float[][] points;
    private final ThreadLocal<State> scratch;

    /** The model with {@code count} points of its box. */
    public SampledActions(GenerativeModel inner, int count) {
        this.inner = inner;
        StateLayout whole = inner.layout();
        layout = whole.withActions(ActionBox.NONE);
        points = spread(whole.action(), count);
        scratch = ThreadLocal.withInitial(whole::newState);
    }

    /** The model itself where its actions are ids, else one with a few points of its box. */
    public static GenerativeModel orIds(GenerativeModel model) {
        return model.layout().action().size() == 0 ? model : new SampledActions(model, FEW);
    }

    /** Additive recurrence with the powers of a generalised golden ratio (Roberts 2018), the same for every run. */
    private static float[][] spread(ActionBox box, int count) {
        int size = box.size();
        double ratio = 2.0;
        for (int i = 0; i < 40; i++) {
            ratio = Math.pow(1.0 + ratio, 1.0 / (size + 1));
        }
        float[][] points = new float[count][size];
        for (int point = 0; point < count; point++) {
            for (int i = 0; i < size; i++) {
                double at = 0.5 + (point + 1) / Math.pow(ratio, i + 1);
                points[point][i] = box.clip(i, box.low(i) + (float) (at - Math.floor(at)) * (box.high(i) - box.low(i)));
            }
        }
        return points;
    }

    /** The caller's state with room for coordinates, those of the action filled in. */
    private State enter(State state, int action) {
        State own = scratch.get();
        copy(state, own);
        System.arraycopy(points[action], 0, own.action, 0, own.action.length);
        return own;
    }

    private static void copy(State from, State to) {
        System.arraycopy(from.ints, 0, to.ints, 0, from.ints.length);
        System.arraycopy(from.floats, 0, to.floats, 0, from.floats.length);
        System.arraycopy(from.history, 0, to.history, 0, from.history.length);
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return points.length;
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
    public double duration(int action, State nextState) {
        return inner.duration(0, enter(nextState, action));
    }

    @Override
    public boolean hasDurations() {
        return inner.hasDurations();
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        State own = enter(state, 0);
        inner.sampleInitial(own, stream);
        copy(own, state);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        State own = enter(state, action);
        inner.step(own, 0, stream, out);
        copy(own, state);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return inner.logLikelihood(observation, 0, enter(nextState, action));
    }

    @Override
    public double heuristicValue(State state) {
        return inner.heuristicValue(enter(state, 0));
    }

    @Override
    public boolean hasHeuristicValue() {
        return inner.hasHeuristicValue();
    }

    @Override
    public boolean heuristicIsShared() {
        return inner.heuristicIsShared();
    }

    @Override
    public boolean isLegal(State state, int action) {
        return inner.isLegal(enter(state, action), 0);
    }

    @Override
    public void initialHistory(State state) {
        State own = enter(state, 0);
        inner.initialHistory(own);
        copy(own, state);
    }

    @Override
    public void updateHistory(State nextState, int action, long observation) {
        State own = enter(nextState, action);
        inner.updateHistory(own, 0, observation);
        copy(own, nextState);
    }

    @Override
    public boolean rejuvenate(State state, RandomStream stream) {
        State own = enter(state, 0);
        boolean done = inner.rejuvenate(own, stream);
        copy(own, state);
        return done;
    }

    @Override
    public String actionText(int action) {
        return inner.actionText(points[action]);
    }

    @Override
    public String describeScene() {
        return inner.describeScene();
    }

    @Override
    public String observationText(long observation) {
        return inner.observationText(observation);
    }

    @Override
    public String stateText(State state) {
        return inner.stateText(enter(state, 0));
    }
}
