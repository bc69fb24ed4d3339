package org.teleost.baselines.frame;

import java.util.Arrays;
import org.teleost.plan.Decision;

/** What a search found out about the actions at the root; the best of those that it tried is the answer. */
public final class RootActions {
    private final long[] visits;
    private final double[] value;
    private final double[] square;
    private final boolean[] told;

    RootActions(int actionCount) {
        visits = new long[actionCount];
        value = new double[actionCount];
        square = new double[actionCount];
        told = new boolean[actionCount];
    }

    void clear() {
        Arrays.fill(visits, 0);
    }

    /**
     * Tells of an action.
     *
     * @param count simulations that took it, at least 1
     * @param q estimate of its value, by which actions are ranked
     * @param squares sum of the squared differences of its returns to their mean, 0 where that means nothing
     */
    public void set(int action, long count, double q, double squares) {
        visits[action] = count;
        value[action] = q;
        square[action] = squares;
    }

    /** Fills the answer: best first, ties to the most visited, then to the lower id. */
    void answer(Decision out) {
        int tried = 0;
        long total = 0;
        for (int a = 0; a < visits.length; a++) {
            told[a] = false;
            if (visits[a] > 0) {
                tried++;
                total += visits[a];
            }
        }
        out.simulatedActions = tried;
        out.actionRows = Math.min(tried, Decision.MAX_ACTIONS);
        for (int row = 0; row < out.actionRows; row++) {
            int best = best();
            told[best] = true;
            out.actions[row] = best;
            out.visits[row] = visits[best];
            out.values[row] = value[best];
            out.standardErrors[row] = Math.sqrt(square[best] / visits[best] / Math.max(1, visits[best] - 1));
            out.probabilities[row] = (double) visits[best] / total;
        }
        out.action = tried == 0 ? -1 : out.actions[0];
        out.value = tried == 0 ? 0.0 : out.values[0];
    }

    private int best() {
        int best = -1;
        for (int a = 0; a < visits.length; a++) {
            if (visits[a] > 0 && !told[a] && (best < 0 || isBetter(a, best))) {
                best = a;
            }
        }
        return best;
    }

    private boolean isBetter(int a, int other) {
        return value[a] > value[other] || value[a] == value[other] && visits[a] > visits[other];
    }
}
