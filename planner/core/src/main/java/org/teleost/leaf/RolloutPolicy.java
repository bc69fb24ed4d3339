package org.teleost.leaf;

import java.util.Arrays;
import org.teleost.random.Cumulative;
import org.teleost.random.Elementary;

/**
 * A stochastic policy that improves itself within a decision: per context (last action and observation) and action the
 * mean return of the rollouts that began so. Actions are drawn by a softmax of these means, those of a context shrunk
 * towards the means over all contexts. Read by all workers during a pass; {@link #add} and {@link #improve} belong to
 * the one thread that books, so the policy is the same for any number of threads.
 */
public final class RolloutPolicy {
    private static final int MOST_CELLS = 1 << 18;
    private static final int MOST_CONTEXTS = 1024;

    /** Returns that a mean of fewer is pulled towards the wider mean. */
    private static final double SHRINK = 4.0;

    /** Inverse temperature per range of the means. */
    private static final double SHARPNESS = 12.0;

    private static final double UNIFORM_SHARE = 0.05;

    private final int actions;
    private final int contexts;
    private final double[] sum;
    private final int[] count;
    private final float[] cumulative;
    private final boolean[] known;
    private final boolean[] changed;
    private final double[] actionSum;
    private final int[] actionCount;
    private final double[] means;
    private double totalSum;
    private int totalCount;

    RolloutPolicy(int actions) {
        this.actions = actions;
        contexts = Math.max(1, Math.min(MOST_CONTEXTS, Integer.highestOneBit(Math.max(1, MOST_CELLS / actions))));
        sum = new double[contexts * actions];
        count = new int[contexts * actions];
        // one more context for those that nothing is known of
        cumulative = new float[(contexts + 1) * actions];
        known = new boolean[contexts];
        changed = new boolean[contexts];
        actionSum = new double[actions];
        actionCount = new int[actions];
        means = new double[actions];
    }

    /** Forgets everything. */
    public void clear() {
        Arrays.fill(sum, 0.0);
        Arrays.fill(count, 0);
        Arrays.fill(known, false);
        Arrays.fill(changed, false);
        Arrays.fill(actionSum, 0.0);
        Arrays.fill(actionCount, 0);
        totalSum = 0.0;
        totalCount = 0;
    }

    /** Cell of an action and what answered it. */
    public int context(int action, long observation) {
        long hash = (observation * 0x9E3779B97F4A7C15L ^ action + 1L) * 0xBF58476D1CE4E5B9L;
        return (int) (hash >>> 40) & (contexts - 1);
    }

    /** True once something was learned for any context; until then actions are drawn from the model's proposal. */
    boolean informed() {
        return totalCount > 0 && known();
    }

    private boolean known() {
        return cumulative[(contexts + 1) * actions - 1] > 0.0f;
    }

    /** Action at quantile {@code u} of the context's policy. */
    int choose(int context, double u) {
        int start = (known[context] ? context : contexts) * actions;
        return Cumulative.find(cumulative, start, actions, (float) u) - start;
    }

    /** Books the return of a rollout that began with the action in the context. */
    public void add(int context, int action, double episodeReturn) {
        int cell = context * actions + action;
        sum[cell] += episodeReturn;
        count[cell]++;
        changed[context] = true;
        actionSum[action] += episodeReturn;
        actionCount[action]++;
        totalSum += episodeReturn;
        totalCount++;
    }

    /** Brings the policies up to date with what was booked. */
    public void improve() {
        if (totalCount == 0) {
            Arrays.fill(cumulative, 0.0f);
            return;
        }
        double mean = totalSum / totalCount;
        double[] global = means;
        for (int a = 0; a < actions; a++) {
            global[a] = (actionSum[a] + SHRINK * mean) / (actionCount[a] + SHRINK);
        }
        soften(contexts, -1);
        for (int c = 0; c < contexts; c++) {
            if (changed[c]) {
                soften(c, c * actions);
                changed[c] = false;
                known[c] = true;
            }
        }
    }

    private void soften(int context, int cells) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < actions; a++) {
            double value = mean(cells, a);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double scale = high > low ? SHARPNESS / (high - low) : 0.0;
        double total = 0.0;
        int at = context * actions;
        for (int a = 0; a < actions; a++) {
            total += Elementary.exp(scale * (mean(cells, a) - high));
            cumulative[at + a] = (float) total;
        }
        for (int a = 0; a < actions; a++) {
            cumulative[at + a] =
                    (float) ((1.0 - UNIFORM_SHARE) * cumulative[at + a] / total + UNIFORM_SHARE * (a + 1) / actions);
        }
    }

    private double mean(int cells, int a) {
        return cells < 0 ? means[a] : (sum[cells + a] + SHRINK * means[a]) / (count[cells + a] + SHRINK);
    }
}
