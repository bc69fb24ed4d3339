package org.teleost.search;

import java.util.Arrays;

/** Returns of a decision's episodes by the action that they began with. */
final class RootStatistics {
    /** Relative differences below this are rounding. */
    private static final double ROUNDING = 1e-12;

    /** Visits that a sampled action's mean return is shrunk by. */
    private static final double SHRINK = 5.0;

    /** Upper quarters of the sampled actions' values that count as the range. */
    private static final double QUARTERS = 4.0;

    /** Whether actions are edges of the root, in the order of their ids, rather than ids from 0 on. */
    private final boolean edges;

    private int[] edge = {};
    private long[] visits;
    private double[] returns;
    private double[] squares;
    private double[] shrunk = {};
    private int count;

    /** For actions with ids below {@code actionCount}, or, where {@code continuous}, for edges of the root. */
    RootStatistics(int actionCount, boolean continuous) {
        edges = continuous;
        int size = continuous ? 256 : actionCount;
        edge = new int[continuous ? size : 0];
        visits = new long[size];
        returns = new double[size];
        squares = new double[size];
        count = continuous ? 0 : actionCount;
    }

    /** Forgets everything. */
    void clear() {
        Arrays.fill(visits, 0);
        Arrays.fill(returns, 0.0);
        Arrays.fill(squares, 0.0);
        count = edges ? 0 : count;
    }

    /** Books an episode's return. */
    void add(int action, double episodeReturn) {
        int at = edges ? place(action) : action;
        visits[at]++;
        returns[at] += episodeReturn;
        squares[at] += episodeReturn * episodeReturn;
    }

    /** Edges come in the order in which they were created. */
    private int place(int action) {
        int at = Arrays.binarySearch(edge, 0, count, action);
        if (at >= 0) {
            return at;
        }
        if (count == edge.length) {
            edge = Arrays.copyOf(edge, 2 * count);
            visits = Arrays.copyOf(visits, 2 * count);
            returns = Arrays.copyOf(returns, 2 * count);
            squares = Arrays.copyOf(squares, 2 * count);
        }
        edge[count] = action;
        return count++;
    }

    private int find(int action) {
        return edges ? Arrays.binarySearch(edge, 0, count, action) : action;
    }

    /** Episodes that began with the action. */
    long visits(int action) {
        int at = find(action);
        return at < 0 ? 0 : visits[at];
    }

    /** Sum of the returns of the episodes that began with the action. */
    double sum(int action) {
        return returns[find(action)];
    }

    /** The same of their squares. */
    double squareSum(int action) {
        return squares[find(action)];
    }

    /**
     * The scale of value differences: largest minus smallest mean return over the actions; where they do not differ
     * (one action, say), two standard deviations of the episodes' returns. A float, so that the order in which returns
     * were added up does not show.
     */
    float range() {
        return edges ? (float) upperSpread() : (float) fullRange();
    }

    /**
     * Where actions are sampled the worst of them say nothing of how much the good ones differ: a multiple of what lies
     * between the best and the upper quartile, of means shrunk to the mean of all.
     */
    private double upperSpread() {
        double sum = 0.0;
        long all = 0;
        for (int i = 0; i < count; i++) {
            sum += returns[i];
            all += visits[i];
        }
        if (shrunk.length < count) {
            shrunk = new double[visits.length];
        }
        for (int i = 0; i < count; i++) {
            shrunk[i] = (returns[i] + SHRINK * sum / all) / (visits[i] + SHRINK);
        }
        Arrays.sort(shrunk, 0, count);
        double spread = shrunk[count - 1] - shrunk[3 * count / 4];
        return spread > ROUNDING * Math.abs(sum / all) ? QUARTERS * spread : fullRange();
    }

    private double fullRange() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0.0;
        double squareSum = 0.0;
        long all = 0;
        for (int i = 0; i < count; i++) {
            if (visits[i] > 0) {
                double mean = returns[i] / visits[i];
                low = Math.min(low, mean);
                high = Math.max(high, mean);
                sum += returns[i];
                squareSum += squares[i];
                all += visits[i];
            }
        }
        double rounding = ROUNDING * Math.max(Math.abs(low), Math.abs(high));
        if (high - low > rounding) {
            return high - low;
        }
        double mean = sum / all;
        double deviation = Math.sqrt(Math.max(0.0, squareSum / all - mean * mean));
        return deviation > Math.sqrt(ROUNDING) * Math.abs(mean) ? 2.0 * deviation : 0.0;
    }
}
