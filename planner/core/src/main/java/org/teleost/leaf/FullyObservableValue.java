package org.teleost.leaf;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.teleost.model.GenerativeModel;
import org.teleost.model.SampledActions;
import org.teleost.model.State;

/**
 * The optimal value of the problem in which the state is seen, for every reachable state: value iteration (Bellman
 * 1957) on transitions sampled from the simulator. States with float lanes are merged by bins. An upper bound of what a
 * belief is worth; it sees no worth in looking, so the tree must. Immutable, shared by all workers.
 */
public final class FullyObservableValue {
    private static final int MOST_STATES = 600_000;
    private static final long MOST_STEPS = 40_000_000;
    /** Seed of the exploration: the values belong to the model, not to a planner. */
    private static final long EXPLORATION = 0xB07D;

    /** Where lanes are floats: states after merging, and bins per lane. */
    private static final int MERGED_STATES = 60_000;

    private static final int MOST_BINS = 96;
    private static final int FEWEST_BINS = 6;

    private static final int MOST_SWEEPS = 400;

    /** Sweeps end when no value changes by more than this share of their range. */
    private static final double PRECISION = 1e-4;

    /** Solved models, as long as they live: planners for one model share its values. */
    private static final Map<GenerativeModel, Optional<FullyObservableValue>> SOLVED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final ReachableStates states;
    private final float[] value;
    private final short[] greedy;
    private final double fallback;

    private FullyObservableValue(ReachableStates states, float[] value, short[] greedy, double fallback) {
        this.states = states;
        this.value = value;
        this.greedy = greedy;
        this.fallback = fallback;
    }

    /** The value of the model, or empty when its states are too many to enumerate. */
    public static Optional<FullyObservableValue> of(GenerativeModel model) {
        return SOLVED.computeIfAbsent(
                model,
                unsolved -> explore(SampledActions.orIds(unsolved)).map(table -> solve(table, unsolved.discount())));
    }

    private static Optional<SampledTransitions> explore(GenerativeModel model) {
        int lanes = model.layout().floats().size();
        if (lanes == 0) {
            return SampledTransitions.explore(model, LaneBins.exact(), EXPLORATION, MOST_STATES, MOST_STEPS);
        }
        int bins = (int) Math.min(MOST_BINS, Math.pow(MERGED_STATES, 1.0 / lanes));
        for (; bins >= FEWEST_BINS; bins /= 2) {
            Optional<SampledTransitions> found = SampledTransitions.explore(
                    model, LaneBins.over(model, bins, EXPLORATION), EXPLORATION, MERGED_STATES, MOST_STEPS / 4);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static FullyObservableValue solve(SampledTransitions table, double discount) {
        int count = table.states.count();
        float[] value = new float[count];
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double change = 0.0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            // states found late lie nearer to the end, so values travel fast against the order of discovery
            for (int id = count - 1; id >= 0; id--) {
                float best = bestValue(table, id, value, discount);
                change = Math.max(change, Math.abs(best - value[id]));
                low = Math.min(low, best);
                high = Math.max(high, best);
                value[id] = best;
            }
            if (change <= PRECISION * (high - low)) {
                break;
            }
        }
        double sum = 0.0;
        short[] greedy = new short[count];
        for (int id = 0; id < count; id++) {
            sum += value[id];
            greedy[id] = (short) Math.min(Short.MAX_VALUE, bestAction(table, id, value, discount));
        }
        return new FullyObservableValue(table.states, value, greedy, sum / count);
    }

    private static float bestValue(SampledTransitions table, int id, float[] value, double discount) {
        double best = Double.NEGATIVE_INFINITY;
        int pair = id * table.actionCount;
        for (int action = 0; action < table.actionCount; action++, pair++) {
            best = Math.max(best, actionValue(table, pair, value, discount));
        }
        return (float) best;
    }

    private static int bestAction(SampledTransitions table, int id, float[] value, double discount) {
        int best = 0;
        int first = id * table.actionCount;
        for (int action = 1; action < table.actionCount; action++) {
            if (actionValue(table, first + action, value, discount)
                    > actionValue(table, first + best, value, discount)) {
                best = action;
            }
        }
        return best;
    }

    private static double actionValue(SampledTransitions table, int pair, float[] value, double discount) {
        double future = 0.0;
        for (int entry = table.start[pair]; entry < table.start[pair + 1]; entry++) {
            future += table.probability[entry] * value[table.next[entry]];
        }
        return table.reward[pair] + discount * future;
    }

    /** Number of states found. */
    public int states() {
        return value.length;
    }

    /** V of the state; the mean of all for a state that the exploration never met. */
    public double value(State state) {
        int id = states.find(state);
        return id < 0 ? fallback : value[id];
    }

    /** The best action where the state is seen; -1 for a state that the exploration never met. */
    public int bestAction(State state) {
        int id = states.find(state);
        return id < 0 ? -1 : greedy[id];
    }
}
