package org.teleost.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * Heuristic search value iteration (Smith and Simmons, UAI 2004): a lower bound of value vectors and an upper bound of
 * belief points, improved along trials that follow the upper bound's action to the answer with the widest gap. Both
 * bounds hold at every belief at all times, so its intervals are proofs, only their width depends on the effort.
 */
public final class PointBasedSolver {
    private final Tables model;
    private final List<double[]> lower;
    private final List<double[]> informed;
    private final double[] corner;

    // upper points by their first state: a point bounds only beliefs that cover its support
    private final List<List<Point>> points = new ArrayList<>();

    private record Point(SparseBelief belief, double drop) {}

    public PointBasedSolver(Tables model) {
        this.model = model;
        lower = Leaf.blindVectors(model);
        informed = Leaf.fastInformedVectors(model);
        corner = new double[model.states];
        for (int s = 0; s < model.states; s++) {
            points.add(new ArrayList<>());
            corner[s] = Double.NEGATIVE_INFINITY;
            for (double[] vector : informed) {
                corner[s] = Math.max(corner[s], vector[s]);
            }
        }
    }

    /** Narrows V*(belief) to {@code gap}, or as far as {@code trials} trials lead. */
    public void solve(SparseBelief belief, double gap, int trials) {
        for (int trial = 0; trial < trials && upper(belief) - lower(belief) > gap; trial++) {
            explore(belief, gap, 0);
        }
    }

    /**
     * Intervals around Q*(root, a) [actions], each narrowed towards {@code gap}: every answer to every root action is
     * solved on its own.
     */
    public Interval[] rootActionValues(double gap, int trials) {
        solve(model.root, gap, trials);
        Interval[] intervals = new Interval[model.actions];
        for (int a = 0; a < model.actions; a++) {
            for (Tables.Branch branch : model.branches(model.root, a)) {
                if (branch != null) {
                    solve(branch.belief(), gap, trials);
                }
            }
            intervals[a] = actionValue(model.root, a);
        }
        return intervals;
    }

    /** Best value vector at the belief. */
    public double lower(SparseBelief belief) {
        double best = Double.NEGATIVE_INFINITY;
        for (double[] vector : lower) {
            best = Math.max(best, belief.dot(vector));
        }
        return best;
    }

    /** The smaller of the fast informed bound and the sawtooth between belief points. */
    public double upper(SparseBelief belief) {
        double start = Double.NEGATIVE_INFINITY;
        for (double[] vector : informed) {
            start = Math.max(start, belief.dot(vector));
        }
        double drop = 0.0;
        for (int s : belief.states) {
            for (Point point : points.get(s)) {
                drop = Math.min(drop, point.drop * share(belief, point.belief));
            }
        }
        return Math.min(start, belief.dot(corner) + drop);
    }

    /** Number of lower vectors and upper points. */
    public int size() {
        return lower.size() + points.stream().mapToInt(List::size).sum();
    }

    // largest c with belief >= c * point, both sorted by state
    private static double share(SparseBelief belief, SparseBelief point) {
        double least = 1.0;
        int j = 0;
        for (int i = 0; i < point.states.length; i++) {
            while (j < belief.states.length && belief.states[j] < point.states[i]) {
                j++;
            }
            if (j == belief.states.length || belief.states[j] != point.states[i]) {
                return 0.0;
            }
            least = Math.min(least, belief.probabilities[j] / point.probabilities[i]);
        }
        return least;
    }

    private Interval actionValue(SparseBelief belief, int action) {
        double low = 0.0;
        double high = 0.0;
        for (Tables.Branch branch : model.branches(belief, action)) {
            if (branch != null) {
                low += branch.probability() * lower(branch.belief());
                high += branch.probability() * upper(branch.belief());
            }
        }
        double reward = model.reward(belief, action);
        return new Interval(reward + model.discount * low, reward + model.discount * high);
    }

    private void explore(SparseBelief belief, double gap, int depth) {
        double allowed = gap * Math.pow(model.discount, -depth);
        if (depth > 200 || upper(belief) - lower(belief) <= allowed) {
            return;
        }
        int action = optimisticAction(belief);
        SparseBelief widest = null;
        double most = 0.0;
        for (Tables.Branch branch : model.branches(belief, action)) {
            if (branch != null) {
                double excess = upper(branch.belief()) - lower(branch.belief()) - allowed / model.discount;
                if (branch.probability() * excess > most) {
                    most = branch.probability() * excess;
                    widest = branch.belief();
                }
            }
        }
        if (widest != null) {
            explore(widest, gap, depth + 1);
        }
        raiseLower(belief);
        lowerUpper(belief);
    }

    private int optimisticAction(SparseBelief belief) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < model.actions; a++) {
            double value = actionValue(belief, a).high();
            if (value > most) {
                most = value;
                best = a;
            }
        }
        return best;
    }

    private void lowerUpper(SparseBelief belief) {
        double value = actionValue(belief, optimisticAction(belief)).high();
        if (value < upper(belief) - 1e-12) {
            points.get(belief.states[0]).add(new Point(belief, value - belief.dot(corner)));
        }
    }

    // alpha_a(s) = R(s,a) + gamma sum_o sum_s' T Z alpha_{a,o}(s'), alpha_{a,o} the best vector after (a, o)
    private void raiseLower(SparseBelief belief) {
        double[] best = null;
        double most = lower(belief) + 1e-12;
        for (int a = 0; a < model.actions; a++) {
            double[] future = new double[model.states];
            Tables.Branch[] branches = model.branches(belief, a);
            for (int o = 0; o < model.observations; o++) {
                double[] vector = branches[o] == null ? lower.get(0) : bestLower(branches[o].belief());
                for (int t = 0; t < model.states; t++) {
                    future[t] += model.observation[a][o][t] * vector[t];
                }
            }
            double[] alpha = new double[model.states];
            for (int s = 0; s < model.states; s++) {
                alpha[s] = model.reward[a][s];
                for (int k = 0; k < model.next[a][s].length; k++) {
                    alpha[s] += model.discount * model.probability[a][s][k] * future[model.next[a][s][k]];
                }
            }
            double value = belief.dot(alpha);
            if (value > most) {
                most = value;
                best = alpha;
            }
        }
        if (best != null) {
            lower.add(best);
        }
    }

    private double[] bestLower(SparseBelief belief) {
        double[] best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] vector : lower) {
            double value = belief.dot(vector);
            if (value > most) {
                most = value;
                best = vector;
            }
        }
        return best;
    }
}
