package org.teleost.leaf;

import java.util.Arrays;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Which states count as one: float lanes are told apart by their bits, or by equal bins over the range that random
 * episodes show. The least and largest bins take everything beyond.
 */
final class LaneBins {
    private static final int EPISODES = 2_000;
    private static final int STEPS = 30;

    private final float[] low;
    private final float[] perUnit;
    private final int bins;

    private LaneBins(float[] low, float[] perUnit, int bins) {
        this.low = low;
        this.perUnit = perUnit;
        this.bins = bins;
    }

    /** Every bit counts. */
    static LaneBins exact() {
        return new LaneBins(null, null, 0);
    }

    /** So many bins per float lane over the range of short random episodes. */
    static LaneBins over(GenerativeModel model, int bins, long seed) {
        State state = model.layout().newState();
        Outcome out = new Outcome();
        RandomStream stream = new RandomStream(seed);
        int lanes = state.floats.length;
        float[] low = new float[lanes];
        float[] high = new float[lanes];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int episode = 0; episode < EPISODES; episode++) {
            stream.startEpisode(seed, 2, episode);
            model.initialHistory(state);
            model.sampleInitial(state, stream);
            widen(low, high, state);
            for (int step = 0; step < STEPS; step++) {
                int action = model.proposeAction(state, stream);
                model.step(state, action, stream, out);
                if (out.terminal) {
                    break;
                }
                model.updateHistory(state, action, out.observation);
                widen(low, high, state);
            }
        }
        float[] perUnit = new float[lanes];
        for (int i = 0; i < lanes; i++) {
            perUnit[i] = high[i] > low[i] ? bins / (high[i] - low[i]) : 0.0f;
        }
        return new LaneBins(low, perUnit, bins);
    }

    private static void widen(float[] low, float[] high, State state) {
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.min(low[i], state.floats[i]);
            high[i] = Math.max(high[i], state.floats[i]);
        }
    }

    /** Whether states of one key may differ. */
    boolean merges() {
        return low != null;
    }

    /** What tells the value of a float lane from others. */
    int key(int lane, float value) {
        return low == null
                ? Float.floatToRawIntBits(value)
                : Math.max(0, Math.min(bins - 1, (int) ((value - low[lane]) * perUnit[lane])));
    }
}
