package org.teleost.solvers.value;

import java.util.Arrays;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * The fast informed bound (Hauskrecht 2000): an upper bound with one vector per action, V(b) &lt;= max_a b . alpha_a,
 * where alpha_a(s) = R(s, a) + gamma sum_o max_a' sum_s' T(s'|s,a) Z(o|s',a) alpha_a'(s'). Starts at QMDP and comes
 * down, so it is a bound whenever it is stopped.
 */
public final class InformedBound {
    private final TabularPomdp model;
    private final int kinds;

    /** By action and state. */
    private final double[][] alpha;

    private final double[] sums;
    private final int[] slotOf;
    private final int[] kindOf;

    private InformedBound(TabularPomdp model, FullyObserved mdp) {
        this.model = model;
        kinds = model.observationCount() * model.observedParts();
        alpha = new double[model.actionCount()][model.stateCount()];
        for (int a = 0; a < alpha.length; a++) {
            for (int s = 0; s < model.stateCount(); s++) {
                alpha[a][s] = mdp.actionValue(a, s);
            }
        }
        slotOf = new int[kinds];
        kindOf = new int[kinds];
        sums = new double[Math.multiplyExact(kinds, alpha.length)];
        Arrays.fill(slotOf, -1);
    }

    /**
     * The vectors by action and state.
     *
     * @param sweeps at most so many sweeps over all states
     * @param deadlineNanos sweeps end when {@link System#nanoTime} is past it
     */
    public static double[][] of(TabularPomdp model, FullyObserved mdp, int sweeps, long deadlineNanos) {
        InformedBound bound = new InformedBound(model, mdp);
        for (int i = 0; i < sweeps && System.nanoTime() - deadlineNanos < 0; i++) {
            if (bound.sweep(deadlineNanos) < 1e-7) {
                break;
            }
        }
        return bound.alpha;
    }

    /** The bound at a belief: the largest of the vectors' means. */
    public static double at(double[][] alpha, SparseBelief belief) {
        double best = Double.NEGATIVE_INFINITY;
        for (double[] vector : alpha) {
            best = Math.max(best, belief.mean(vector));
        }
        return best;
    }

    /** The largest relative change. */
    private double sweep(long deadlineNanos) {
        double change = 0.0;
        for (int s = model.stateCount() - 1; s >= 0; s--) {
            for (int a = 0; a < alpha.length; a++) {
                double updated = updated(a, s);
                change = Math.max(change, (alpha[a][s] - updated) / (1.0 + Math.abs(updated)));
                alpha[a][s] = Math.min(alpha[a][s], updated);
            }
            if ((s & 255) == 0 && System.nanoTime() - deadlineNanos > 0) {
                return 0.0;
            }
        }
        return change;
    }

    private double updated(int a, int s) {
        SparseTable transition = model.transition();
        SparseTable observation = model.observation();
        int actions = alpha.length;
        int slots = 0;
        int row = model.row(a, s);
        for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
            int next = transition.column[k];
            int part = model.firstSeen(next);
            int seen = model.row(a, next);
            for (int j = observation.start[seen]; j < observation.start[seen + 1]; j++) {
                int kind = part + observation.column[j];
                if (slotOf[kind] < 0) {
                    Arrays.fill(sums, slots * actions, (slots + 1) * actions, 0.0);
                    kindOf[slots] = kind;
                    slotOf[kind] = slots++;
                }
                double p = transition.value[k] * observation.value[j];
                int base = slotOf[kind] * actions;
                for (int b = 0; b < actions; b++) {
                    sums[base + b] += p * alpha[b][next];
                }
            }
        }
        double future = 0.0;
        for (int slot = 0; slot < slots; slot++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int b = 0; b < actions; b++) {
                best = Math.max(best, sums[slot * actions + b]);
            }
            future += best;
            slotOf[kindOf[slot]] = -1;
        }
        return model.expected()[row] + model.discount() * future;
    }
}
