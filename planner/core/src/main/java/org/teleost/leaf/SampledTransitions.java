package org.teleost.leaf;

import java.util.Arrays;
import java.util.Optional;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * T and R of a model's reachable states as a sparse table, sampled from its simulator: a few steps per state and action
 * where they all agree, more where they differ. An exploration within limits: a model with too many states has none.
 */
final class SampledTransitions {
    private static final int INITIAL_SAMPLES = 4096;

    /** A model whose initial states hardly ever repeat has too many of them. */
    private static final double MOST_UNIQUE = 0.9;

    private static final int FEW = 4;
    private static final int MANY = 48;

    /**
     * Samples where states are few: rare transitions must not be missed, whose other side may be most of the problem.
     */
    private static final int PLENTY = 256;

    /** States that get them. */
    private static final int FEW_STATES = 1000;

    private static final int MERGED = 18;

    final ReachableStates states;
    final int actionCount;

    /** First entry of (state, action), one more at the end. */
    int[] start = new int[1024];

    /** Next state and its probability, entry by entry; what is missing to 1 ended the episode. */
    int[] next = new int[4096];

    float[] probability = new float[4096];

    /** Mean reward of (state, action), negative infinity for illegal actions. */
    float[] reward = new float[1024];

    private final GenerativeModel model;
    private final State from;
    private final State state;
    private final Outcome out = new Outcome();
    private final RandomStream stream;
    private final int[] drawn = new int[PLENTY];
    private final int[] counts = new int[PLENTY];
    private final boolean merged;
    private int entries;
    private long steps;

    private SampledTransitions(GenerativeModel model, LaneBins bins, long seed) {
        this.model = model;
        merged = bins.merges();
        states = new ReachableStates(model.layout(), bins);
        actionCount = model.actionCount();
        from = model.layout().newState();
        state = model.layout().newState();
        stream = new RandomStream(seed);
    }

    /** The table, or empty when the model has more states or needs more steps than allowed. */
    static Optional<SampledTransitions> explore(
            GenerativeModel model, LaneBins bins, long seed, int mostStates, long mostSteps) {
        SampledTransitions table = new SampledTransitions(model, bins, seed);
        if (!table.findInitial(seed, mostStates) || !table.expandAll(seed, mostStates, mostSteps)) {
            return Optional.empty();
        }
        if (table.merged) {
            // the first round found examples of the merged states; the second samples from them
            table.entries = 0;
            return table.expandAll(seed + 1, mostStates, 2 * mostSteps) ? Optional.of(table) : Optional.empty();
        }
        return Optional.of(table);
    }

    private boolean findInitial(long seed, int mostStates) {
        drawInitial(seed, 0, INITIAL_SAMPLES, Integer.MAX_VALUE);
        if (states.count() > MOST_UNIQUE * INITIAL_SAMPLES) {
            return false;
        }
        // they repeat, so there are few enough to find the rarer ones, too
        drawInitial(seed, INITIAL_SAMPLES, 8 * INITIAL_SAMPLES, mostStates);
        return true;
    }

    private void drawInitial(long seed, int from, int to, int mostStates) {
        for (int i = from; i < to && states.count() < mostStates; i++) {
            stream.startEpisode(seed, 0, i);
            model.initialHistory(state);
            model.sampleInitial(state, stream);
            states.add(state);
        }
    }

    private boolean expandAll(long seed, int mostStates, long mostSteps) {
        for (int id = 0; id < states.count(); id++) {
            stream.startEpisode(seed, 1, id);
            for (int action = 0; action < actionCount; action++) {
                expand(id, action);
            }
            if (states.count() > mostStates || steps > mostSteps) {
                return false;
            }
        }
        start = Arrays.copyOf(start, states.count() * actionCount + 1);
        start[states.count() * actionCount] = entries;
        return true;
    }

    private void expand(int id, int action) {
        int pair = id * actionCount + action;
        if (pair + 1 >= start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
            reward = Arrays.copyOf(reward, 2 * reward.length);
        }
        start[pair] = entries;
        states.load(id, 0, from);
        if (!model.isLegal(from, action)) {
            reward[pair] = Float.NEGATIVE_INFINITY;
            return;
        }
        int kinds = 0;
        int ended = 0;
        int samples = 0;
        double sum = 0.0;
        double first = 0.0;
        boolean same = true;
        int most = merged ? MERGED : id < FEW_STATES ? PLENTY : MANY;
        int least = merged || id >= FEW_STATES ? FEW : PLENTY;
        int examples = states.examples(id);
        while (samples < least || !same && samples < most) {
            if (examples > 1) {
                states.load(id, samples % examples, from);
            }
            state.copyFrom(from);
            model.step(state, action, stream, out);
            sum += out.reward;
            first = samples == 0 ? out.reward : first;
            samples++;
            if (out.terminal) {
                ended++;
            } else {
                model.updateHistory(state, action, out.observation);
                kinds = count(kinds, states.add(state));
            }
            same = kinds + (ended > 0 ? 1 : 0) == 1 && out.reward == first;
        }
        steps += samples;
        reward[pair] = (float) (sum / samples);
        if (entries + kinds > next.length) {
            next = Arrays.copyOf(next, 2 * next.length);
            probability = Arrays.copyOf(probability, 2 * probability.length);
        }
        for (int i = 0; i < kinds; i++) {
            next[entries] = drawn[i];
            probability[entries++] = (float) counts[i] / samples;
        }
    }

    private int count(int kinds, int id) {
        for (int i = 0; i < kinds; i++) {
            if (drawn[i] == id) {
                counts[i]++;
                return kinds;
            }
        }
        drawn[kinds] = id;
        counts[kinds] = 1;
        return kinds + 1;
    }
}
