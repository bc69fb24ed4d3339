package org.teleost.solvers.value;

import org.teleost.solvers.tabular.Endings;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** The optimal value and action values of the problem in which the state is seen, by policy iteration (Howard 1960). */
public final class FullyObserved {
    private static final int MOST_POLICIES = 1000;

    /** An action replaces another when it is better by more than this share of the largest value. */
    private static final double BETTER = 1e-11;

    private final TabularPomdp model;
    private final double[] value;
    private final int[] policy;

    private FullyObserved(TabularPomdp model) {
        this.model = model;
        value = new double[model.stateCount()];
        policy = new int[model.stateCount()];
    }

    /**
     * Solves the problem.
     *
     * @throws IllegalArgumentException for discount 1 where episodes need not end
     */
    public static FullyObserved of(TabularPomdp model) {
        requireDiscount(model);
        FullyObserved solved = new FullyObserved(model);
        for (int i = 0; i < 20; i++) {
            solved.improve(true);
        }
        for (int i = 0; i < MOST_POLICIES; i++) {
            PolicyEvaluation.solve(solved.chain(), model.discount(), solved.value);
            if (!solved.improve(false)) {
                break;
            }
        }
        return solved;
    }

    /**
     * Refuses a table whose values may be infinite.
     *
     * @throws IllegalArgumentException for discount 1 where episodes need not end, with the ways out
     */
    public static void requireDiscount(TabularPomdp model) {
        if (!(model.discount() < 1.0) && Endings.mostSteps(model) < 0) {
            throw endless(model.name() + " has discount 1 and need not end");
        }
    }

    /** The refusal of a problem without a discount, with the ways out. */
    public static IllegalArgumentException endless(String problem) {
        return new IllegalArgumentException(problem
                + ": its sum of rewards may be infinite. Give it an end, for example --horizon 30, or a discount:"
                + " teleost convert IN OUT --discount 0.99");
    }

    /** Takes better actions, and their values when asked to; false when there are none. */
    private boolean improve(boolean sweep) {
        double most = 0.0;
        for (double v : value) {
            most = Math.max(most, Math.abs(v));
        }
        boolean changed = false;
        // downwards: where the time is part of the state, one sweep is all
        for (int s = value.length - 1; s >= 0; s--) {
            double best = actionValue(policy[s], s);
            for (int a = 0; a < model.actionCount(); a++) {
                double q = actionValue(a, s);
                if (q > best + (sweep ? 0.0 : BETTER * most)) {
                    best = q;
                    policy[s] = a;
                    changed = true;
                }
            }
            if (sweep) {
                value[s] = best;
            }
        }
        return changed;
    }

    private MarkovChain chain() {
        SparseTable transition = model.transition();
        return new MarkovChain() {
            @Override
            public int states() {
                return value.length;
            }

            @Override
            public double next(int state, double[] v) {
                return transition.times(model.row(policy[state], state), v);
            }

            @Override
            public double reward(int state) {
                return model.expected()[model.row(policy[state], state)];
            }
        };
    }

    /** Q(s, a) = R(s, a) + gamma sum T(s' | s, a) V(s'). */
    public double actionValue(int action, int state) {
        int row = model.row(action, state);
        return model.expected()[row] + model.discount() * model.transition().times(row, value);
    }

    /** V(s), by state; not to be changed. */
    public double[] values() {
        return value;
    }

    /** The best action by state; not to be changed. */
    public int[] policy() {
        return policy;
    }

    /** V at the start: the mean over its states. */
    public double atStart() {
        return mean(model.start(), value);
    }

    /** QMDP at the start (Littman, Cassandra and Kaelbling 1995): the best action's mean Q. */
    public double qmdpAtStart() {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < model.actionCount(); a++) {
            double q = 0.0;
            for (int s = 0; s < value.length; s++) {
                q += model.start()[s] == 0.0 ? 0.0 : model.start()[s] * actionValue(a, s);
            }
            best = Math.max(best, q);
        }
        return best;
    }

    static double mean(double[] belief, double[] value) {
        double sum = 0.0;
        for (int s = 0; s < value.length; s++) {
            sum += belief[s] * value[s];
        }
        return sum;
    }
}
