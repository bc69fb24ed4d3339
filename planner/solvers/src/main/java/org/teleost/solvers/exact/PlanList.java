package org.teleost.solvers.exact;

import java.util.ArrayList;
import java.util.List;

/** Vectors that are there, each with the action of its plan. */
final class PlanList implements Plans {
    final List<double[]> values = new ArrayList<>();
    final List<Integer> actions = new ArrayList<>();

    void add(int action, double[] value) {
        actions.add(action);
        values.add(value);
    }

    /** Those of another list at some places. */
    static PlanList of(Plans plans, int[] places, int action) {
        PlanList list = new PlanList();
        for (int i : places) {
            list.add(plans instanceof PlanList given && action < 0 ? given.actions.get(i) : action, plans.value(i));
        }
        return list;
    }

    @Override
    public int count() {
        return values.size();
    }

    @Override
    public double[] value(int i) {
        return values.get(i);
    }

    @Override
    public int best(double[] belief) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.size(); i++) {
            double mean = Plans.mean(belief, values.get(i));
            if (mean > most) {
                most = mean;
                best = i;
            }
        }
        return best;
    }
}
