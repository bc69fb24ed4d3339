package org.teleost.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brute-force expectimax with exact beliefs: Q_h(b,a) = R(b,a) + gamma sum_o p(o|b,a) max_a' Q_{h-1}(b_o,a'), cut at a
 * leaf value. Beliefs met twice at one depth are computed once.
 */
public final class Expectimax {
    private final Tables model;
    private final Leaf leaf;
    private final List<Map<SparseBelief, Double>> known = new ArrayList<>();

    public Expectimax(Tables model, Leaf leaf) {
        this.model = model;
        this.leaf = leaf;
    }

    /**
     * Intervals around the infinite-horizon Q*(root, a) [actions]: {@code horizon} exact steps, then the blind policy
     * below and the clairvoyant MDP above. Deeper intervals lie inside shallower ones.
     */
    public static Interval[] rootActionValues(ExactModel exact, int horizon) {
        Tables model = new Tables(exact);
        return rootActionValues(model, Leaf.blind(model), Leaf.clairvoyant(model), horizon);
    }

    /** As above between two leaf bounds of the caller. */
    public static Interval[] rootActionValues(Tables model, Leaf below, Leaf above, int horizon) {
        double[] low = new Expectimax(model, below).actionValues(model.root, horizon);
        double[] high = new Expectimax(model, above).actionValues(model.root, horizon);
        Interval[] intervals = new Interval[low.length];
        for (int a = 0; a < low.length; a++) {
            intervals[a] = new Interval(low[a], high[a]);
        }
        return intervals;
    }

    /** Q_h(belief, a) [actions]; horizon at least 1. */
    public double[] actionValues(SparseBelief belief, int horizon) {
        double[] values = new double[model.actions];
        for (int a = 0; a < model.actions; a++) {
            double future = 0.0;
            for (Tables.Branch branch : model.branches(belief, a)) {
                future += branch == null ? 0.0 : branch.probability() * value(branch.belief(), horizon - 1);
            }
            values[a] = model.reward(belief, a) + model.discount * future;
        }
        return values;
    }

    /** V_h(belief); the leaf value at horizon 0. */
    public double value(SparseBelief belief, int horizon) {
        if (horizon == 0) {
            return leaf.value(belief);
        }
        while (known.size() <= horizon) {
            known.add(new HashMap<>());
        }
        Double stored = known.get(horizon).get(belief);
        if (stored != null) {
            return stored;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (double q : actionValues(belief, horizon)) {
            best = Math.max(best, q);
        }
        known.get(horizon).put(belief, best);
        return best;
    }

    /** Beliefs stored. */
    public int size() {
        return known.stream().mapToInt(Map::size).sum();
    }
}
