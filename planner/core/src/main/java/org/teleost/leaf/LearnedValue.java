package org.teleost.leaf;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.teleost.model.GenerativeModel;
import org.teleost.model.SampledActions;
import org.teleost.model.State;

/**
 * An approximation of the optimal value of the problem in which the state is seen, as a sum over the tuples of a state;
 * made by {@link ValueTraining} where there are too many states to enumerate. Immutable once trained, shared by all
 * workers.
 */
final class LearnedValue {
    /** Learned models, as long as they live: planners for one model share its values. */
    private static final Map<GenerativeModel, LearnedValue> LEARNED = Collections.synchronizedMap(new WeakHashMap<>());

    private final StateTuples tuples;
    private final float[] weights;

    LearnedValue(StateTuples tuples) {
        this.tuples = tuples;
        weights = new float[tuples.cells()];
    }

    /** The value of the model, learned on first use, which takes seconds. */
    static LearnedValue of(GenerativeModel model) {
        return LEARNED.computeIfAbsent(model, unlearned -> ValueTraining.train(SampledActions.orIds(unlearned)));
    }

    /** Scratch for {@link #value}. */
    int[] newCells() {
        return new int[tuples.active()];
    }

    /** What one value costs, in looks at a cell. */
    int cost() {
        return tuples.cost();
    }

    /** V of the state; {@code cells} is scratch. */
    double value(State state, int[] cells) {
        int count = tuples.find(state, cells);
        double sum = 0.0;
        for (int i = 0; i < count; i++) {
            sum += weights[cells[i]];
        }
        return sum;
    }

    /** Moves the value of the state, whose cells {@link #value} left in {@code cells}, by {@code change}. */
    void add(int[] cells, double change) {
        float each = (float) (change / cells.length);
        for (int cell : cells) {
            weights[cell] += each;
        }
    }
}
