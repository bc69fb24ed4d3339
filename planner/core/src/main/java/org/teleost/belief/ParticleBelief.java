package org.teleost.belief;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * A belief as weighted particles: flat tensors ints[particles, intLanes], floats[particles, floatLanes],
 * weights[particles] (non-negative, sum 1) and one row of history lanes that all particles share. Allocated once.
 *
 * <p>The particles may live elsewhere, in the memory of a device: whoever reads them first fetches them, and whoever
 * changes them here brings them home. One thread at a time until somebody has read; then any number may read.
 */
public final class ParticleBelief {
    /** A place beside the host's memory where particles can live. */
    public interface Residence {
        /**
         * Copies all particles, weights and history lanes to the host with {@link #store}, {@link #setWeight} and
         * {@link #storeHistory}; throws {@link IllegalStateException} when the place is no more.
         */
        void fetch(ParticleBelief belief);
    }

    /** Sums between these can be inverted without loss. */
    private static final double SMALL = 1e-290;

    private static final double LARGE = 1e290;

    private final StateLayout layout;
    private final int intLanes;
    private final int floatLanes;
    private final int capacity;
    private final int[] ints;
    private final float[] floats;
    private final double[] weights;
    private final float[] history;

    /** Who else holds the particles as they are, null for nobody. */
    private Residence residence;

    /** Whether only the residence holds them: the arrays are out of date. */
    private boolean elsewhere;

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
        residence = null;
        elsewhere = false;
        State scratch = layout.newState();
        RandomStream stream = new RandomStream(seed);
        int at = -1;
        try {
            model.initialHistory(scratch);
            System.arraycopy(scratch.history, 0, history, 0, history.length);
            for (at = 0; at < capacity; at++) {
                stream.startEpisode(seed, 0, at);
                model.sampleInitial(scratch, stream);
                store(at, scratch);
            }
        } catch (RuntimeException | Error e) {
            throw ModelException.in(model, at < 0 ? "initialHistory" : "sampleInitial of particle " + at, e);
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
        read();
        System.arraycopy(ints, i * intLanes, state.ints, 0, intLanes);
        System.arraycopy(floats, i * floatLanes, state.floats, 0, floatLanes);
        System.arraycopy(history, 0, state.history, 0, history.length);
    }

    /** Replaces particle {@code i} by the int and float lanes of {@code state}; history lanes are left alone. */
    public void store(int i, State state) {
        change();
        System.arraycopy(state.ints, 0, ints, i * intLanes, intLanes);
        System.arraycopy(state.floats, 0, floats, i * floatLanes, floatLanes);
    }

    /** Copies particle {@code from} of {@code source} over particle {@code to}. */
    void copyParticle(ParticleBelief source, int from, int to) {
        source.read();
        change();
        System.arraycopy(source.ints, from * intLanes, ints, to * intLanes, intLanes);
        System.arraycopy(source.floats, from * floatLanes, floats, to * floatLanes, floatLanes);
    }

    /** Copies everything from a belief of the same layout and size. */
    public void copyFrom(ParticleBelief source) {
        source.read();
        residence = null;
        elsewhere = false;
        System.arraycopy(source.ints, 0, ints, 0, ints.length);
        System.arraycopy(source.floats, 0, floats, 0, floats.length);
        System.arraycopy(source.weights, 0, weights, 0, capacity);
        System.arraycopy(source.history, 0, history, 0, history.length);
    }

    /** Weight of particle {@code i}. */
    public double weight(int i) {
        read();
        return weights[i];
    }

    /**
     * Sets one weight, finite and not negative; the caller restores the sum to 1 with {@link #normalise}.
     *
     * @throws IllegalArgumentException if it is negative, infinite or not a number
     */
    public void setWeight(int i, double weight) {
        if (!(weight >= 0.0 && weight <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("weight=" + weight + " of particle " + i
                    + "; allowed: 0 and any finite positive number (subtract the largest logarithm before exp)");
        }
        change();
        weights[i] = weight;
    }

    /**
     * Scales the weights to sum 1 and returns the sum they had: 0 if all are zero, and then nothing is changed;
     * infinity where it is beyond doubles, though the weights are right then, too.
     */
    public double normalise() {
        change();
        double sum = sum();
        if (sum > 0.0 && !(sum > SMALL && sum < LARGE)) {
            // the sum or its inverse may not be a double: bring the largest weight to 1 first
            double largest = 0.0;
            for (double w : weights) {
                largest = Math.max(largest, w);
            }
            for (int i = 0; i < capacity; i++) {
                weights[i] /= largest;
            }
            scale(1.0 / sum());
        } else if (sum > 0.0) {
            scale(1.0 / sum);
        }
        return sum;
    }

    private double sum() {
        double sum = 0.0;
        for (double w : weights) {
            sum += w;
        }
        return sum;
    }

    private void scale(double scale) {
        for (int i = 0; i < capacity; i++) {
            weights[i] *= scale;
        }
    }

    /** Gives every particle weight 1/n. */
    public void setUniformWeights() {
        change();
        Arrays.fill(weights, 1.0 / capacity);
    }

    /** 1 / sum of squared weights, between 1 and the number of particles; 0 if all weights are zero. */
    public double effectiveSampleSize() {
        read();
        double squares = 0.0;
        for (double w : weights) {
            squares += w * w;
        }
        return squares > 0.0 ? 1.0 / squares : 0.0;
    }

    /** One shared history lane. */
    public float history(int lane) {
        read();
        return history[lane];
    }

    /** Copies the history lanes from {@code state}. */
    public void storeHistory(State state) {
        change();
        System.arraycopy(state.history, 0, history, 0, history.length);
    }

    /** {@code home} holds a copy of the particles; it is good until somebody changes them here. */
    public void copiedTo(Residence home) {
        read();
        residence = home;
    }

    /** {@code home} holds the particles from now on, and what is here is out of date until somebody reads it. */
    public void movedTo(Residence home) {
        residence = home;
        elsewhere = true;
    }

    /** Whether {@code home} holds the particles as they are. */
    public boolean isIn(Residence home) {
        return residence == home;
    }

    /** Whether the next reader has to fetch the particles. */
    public boolean isElsewhere() {
        return elsewhere;
    }

    /** Fetches what is elsewhere; nobody but the host holds the particles then. */
    public void bringHome() {
        read();
        residence = null;
    }

    private void read() {
        if (elsewhere) {
            fetch();
        }
    }

    private void change() {
        if (residence != null) {
            bringHome();
        }
    }

    private void fetch() {
        Residence home = residence;
        // filled like any other belief in the meantime
        residence = null;
        elsewhere = false;
        boolean fetched = false;
        try {
            home.fetch(this);
            fetched = true;
        } finally {
            residence = home;
            elsewhere = !fetched;
        }
    }

    /** Writes particles, weights and history lanes. */
    public void save(DataOutput out) throws IOException {
        read();
        for (int lane : ints) {
            out.writeInt(lane);
        }
        for (float lane : floats) {
            out.writeFloat(lane);
        }
        for (double weight : weights) {
            out.writeDouble(weight);
        }
        for (float lane : history) {
            out.writeFloat(lane);
        }
    }

    /** Reads what {@link #save} wrote of a belief of the same layout and size. */
    public void load(DataInput in) throws IOException {
        residence = null;
        elsewhere = false;
        for (int i = 0; i < ints.length; i++) {
            ints[i] = in.readInt();
        }
        for (int i = 0; i < floats.length; i++) {
            floats[i] = in.readFloat();
        }
        for (int i = 0; i < capacity; i++) {
            double weight = in.readDouble();
            if (!(weight >= 0.0 && weight <= 1.0)) {
                throw new IOException("weight=" + weight + " of particle " + i);
            }
            weights[i] = weight;
        }
        for (int i = 0; i < history.length; i++) {
            history[i] = in.readFloat();
        }
    }

    /** Bytes of the arrays. */
    public long bytes() {
        return 4L * (ints.length + floats.length + history.length) + 8L * weights.length;
    }
}
