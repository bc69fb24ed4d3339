package org.teleost.belief;

import java.util.Arrays;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * A belief as weighted particles: flat tensors ints[particles, intLanes], floats[particles, floatLanes],
 * weights[particles] (non-negative, sum 1) and one row of history lanes that all particles share. Allocated once.
 */
public final class ParticleBelief {
    private final StateLayout layout;
    private final int intLanes;
    private final int floatLanes;
    private final int capacity;
    private final int[] ints;
    private final float[] floats;
    private final double[] weights;
    private final float[] history;

    /** A belief of {@code capacity} particles, all lanes zero, uniform weights. */
    public ParticleBelief(StateLayout layout, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("particles=" + capacity + "; at least 1 is needed");
        }
        this.layout = layout;
        this.capacity = capacity;
        intLanes = layout.ints().size();
        floatLanes = layout.floats().size();
        ints = new int[Math.multiplyExact(capacity, intLanes)];
        floats = new float[Math.multiplyExact(capacity, floatLanes)];
        weights = new double[capacity];
        history = new float[layout.history().size()];
        setUniformWeights();
    }

    /** Draws all particles from the model's initial belief; particle i uses stream (seed, 0, i). */
    public void sampleInitial(GenerativeModel model, long seed) {
        State scratch = layout.newState();
        RandomStream stream = new RandomStream(seed);
        model.initialHistory(scratch);
        System.arraycopy(scratch.history, 0, history, 0, history.length);
        for (int i = 0; i < capacity; i++) {
            stream.startEpisode(seed, 0, i);
            model.sampleInitial(scratch, stream);
            store(i, scratch);
        }
        setUniformWeights();
    }

    /** Number of particles. */
    public int size() {
        return capacity;
    }

    public StateLayout layout() {
        return layout;
    }

    /** Copies particle {@code i} and the history lanes into {@code state}. */
    public void load(int i, State state) {
        System.arraycopy(ints, i * intLanes, state.ints, 0, intLanes);
        System.arraycopy(floats, i * floatLanes, state.floats, 0, floatLanes);
        System.arraycopy(history, 0, state.history, 0, history.length);
    }

    /** Replaces particle {@code i} by the int and float lanes of {@code state}; history lanes are left alone. */
    public void store(int i, State state) {
        System.arraycopy(state.ints, 0, ints, i * intLanes, intLanes);
        System.arraycopy(state.floats, 0, floats, i * floatLanes, floatLanes);
    }

    /** Copies particle {@code from} of {@code source} over particle {@code to}. */
    void copyParticle(ParticleBelief source, int from, int to) {
        System.arraycopy(source.ints, from * intLanes, ints, to * intLanes, intLanes);
        System.arraycopy(source.floats, from * floatLanes, floats, to * floatLanes, floatLanes);
    }

    /** Copies everything from a belief of the same layout and size. */
    public void copyFrom(ParticleBelief source) {
        System.arraycopy(source.ints, 0, ints, 0, ints.length);
        System.arraycopy(source.floats, 0, floats, 0, floats.length);
        System.arraycopy(source.weights, 0, weights, 0, capacity);
        System.arraycopy(source.history, 0, history, 0, history.length);
    }

    /** Weight of particle {@code i}. */
    public double weight(int i) {
        return weights[i];
    }

    /** Sets one weight; the caller restores the sum to 1 with {@link #normalise}. */
    public void setWeight(int i, double weight) {
        weights[i] = weight;
    }

    /** Scales the weights to sum 1 and returns the sum they had. */
    public double normalise() {
        double sum = 0.0;
        for (double w : weights) {
            sum += w;
        }
        if (!(sum > 0.0) || Double.isInfinite(sum)) {
            return sum;
        }
        double scale = 1.0 / sum;
        for (int i = 0; i < capacity; i++) {
            weights[i] *= scale;
        }
        return sum;
    }

    /** Gives every particle weight 1/n. */
    public void setUniformWeights() {
        Arrays.fill(weights, 1.0 / capacity);
    }

    /** 1 / sum of squared weights, between 1 and the number of particles. */
    public double effectiveSampleSize() {
        double squares = 0.0;
        for (double w : weights) {
            squares += w * w;
        }
        return 1.0 / squares;
    }

    /** One shared history lane. */
    public float history(int lane) {
        return history[lane];
    }

    /** Copies the history lanes from {@code state}. */
    public void storeHistory(State state) {
        System.arraycopy(state.history, 0, history, 0, history.length);
    }

    /** Bytes of the arrays. */
    public long bytes() {
        return 4L * (ints.length + floats.length + history.length) + 8L * weights.length;
    }
}
