package org.teleost.solvers.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Keeps the vectors that are best at some belief (Lark's filter, in White 1991): a vector that leads all kept ones
 * somewhere gives that belief, and the best vector there is kept. Beliefs that were found before come first, without a
 * linear program. One for each set of states.
 */
final class Pruning {
    private static final int MOST_BELIEFS = 400;

    private final int states;
    private final BooleanSupplier over;
    private final Witness witness = new Witness();
    private final List<double[]> beliefs = new ArrayList<>();
    private int oldest;

    /** Over so many states; {@code over} says when to give up. */
    Pruning(int states, BooleanSupplier over) {
        this.states = states;
        this.over = over;
        for (int s = 0; s < states; s++) {
            double[] corner = new double[states];
            corner[s] = 1.0;
            beliefs.add(corner);
        }
        double[] middle = new double[states];
        Arrays.fill(middle, 1.0 / states);
        beliefs.add(middle);
        oldest = beliefs.size();
    }

    /** Signals that the time is over. */
    static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OverException() {
            super("time is over", null, false, false);
        }
    }

    /**
     * The vectors that are needed, ascending by number: at no belief is the best of all better than the best of these
     * by more than {@code tolerance}.
     */
    int[] needed(Plans plans, double tolerance) {
        BitSet kept = new BitSet();
        List<double[]> values = new ArrayList<>();
        for (double[] belief : beliefs) {
            keep(plans.best(belief), plans, kept, values);
        }
        for (int i = 0; i < plans.count(); i++) {
            if (!kept.get(i)) {
                settle(i, plans, kept, values, tolerance);
            }
        }
        return kept.stream().toArray();
    }

    /** Keeps what is best where a vector leads, until it is kept itself or leads nowhere. */
    private void settle(int i, Plans plans, BitSet kept, List<double[]> values, double tolerance) {
        double[] value = plans.value(i);
        while (!kept.get(i) && !isBelow(value, values, tolerance)) {
            if (over.getAsBoolean()) {
                throw new OverException();
            }
            if (witness.lead(value, values, tolerance) <= tolerance) {
                return;
            }
            if (witness.belief != null) {
                remember(witness.belief);
            }
            if (witness.belief == null || !keep(plans.best(witness.belief), plans, kept, values)) {
                // rounding hides which one is better
                keep(i, plans, kept, values);
            }
        }
    }

    private static boolean keep(int i, Plans plans, BitSet kept, List<double[]> values) {
        if (kept.get(i)) {
            return false;
        }
        kept.set(i);
        values.add(plans.value(i));
        return true;
    }

    private static boolean isBelow(double[] value, List<double[]> values, double tolerance) {
        for (double[] other : values) {
            int s = 0;
            while (s < value.length && value[s] <= other[s] + tolerance) {
                s++;
            }
            if (s == value.length) {
                return true;
            }
        }
        return false;
    }

    private void remember(double[] belief) {
        if (beliefs.size() < MOST_BELIEFS + states) {
            beliefs.add(belief.clone());
        } else {
            beliefs.set(oldest, belief.clone());
            oldest = oldest + 1 < beliefs.size() ? oldest + 1 : states + 1;
        }
    }

    /** How much the best of {@code after} exceeds the best of {@code before} anywhere, 0 at least. */
    double rise(PlanList before, PlanList after) {
        double most = 0.0;
        for (double[] value : after.values) {
            if (over.getAsBoolean()) {
                throw new OverException();
            }
            if (!isBelow(value, before.values, most)) {
                most = Math.max(most, witness.most(value, before.values, most));
            }
        }
        return most;
    }
}
