package org.teleost.solvers.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Where a vector beats all others by most: the largest d with b . (v - w) &gt;= d for every other w and some belief b,
 * a linear program. Few of the others matter, so they enter the program one by one, the most violated first.
 */
final class Witness {
    private static final double ACCURACY = 1e-11;

    /** Bland's rule can't cycle but for rounding. */
    private static final int MOST_PIVOTS = 1000;

    /** The belief that was found; null where none leads, or where rounding hides whether one does. */
    double[] belief;

    /**
     * Whether a vector beats the others anywhere by more than {@code enough}.
     *
     * @return a lead above {@code enough}, at {@link #belief}; where that is null, what no lead exceeds
     */
    double lead(double[] vector, List<double[]> others, double enough) {
        return search(vector, others, enough, enough);
    }

    /** The largest lead over the others at any belief, or anything it does not exceed that is at most {@code least}. */
    double most(double[] vector, List<double[]> others, double least) {
        return search(vector, others, Double.POSITIVE_INFINITY, least);
    }

    private double search(double[] vector, List<double[]> others, double enough, double little) {
        belief = new double[vector.length];
        Arrays.fill(belief, 1.0 / vector.length);
        List<double[]> leads = new ArrayList<>();
        Set<double[]> included = Collections.newSetFromMap(new IdentityHashMap<>());
        double most = Double.POSITIVE_INFINITY;
        while (most > little) {
            double[] worst = null;
            double least = Double.POSITIVE_INFINITY;
            double at = Plans.mean(belief, vector);
            for (double[] other : others) {
                double lead = at - Plans.mean(belief, other);
                if (lead < least) {
                    least = lead;
                    worst = other;
                }
            }
            if (least > enough) {
                return least;
            }
            if (worst == null || !included.add(worst)) {
                break;
            }
            leads.add(difference(vector, worst));
            most = solve(leads, vector.length);
        }
        belief = null;
        return most;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int s = 0; s < a.length; s++) {
            difference[s] = a[s] - b[s];
        }
        return difference;
    }

    /**
     * Maximises the smallest lead. The last state's probability is what the others leave, and d is counted from a value
     * that every belief reaches, so that all constraints hold at the origin.
     */
    private double solve(List<double[]> leads, int states) {
        int last = states - 1;
        double least = 0.0;
        double scale = 1e-300;
        for (double[] lead : leads) {
            least = Math.min(least, lead[last]);
            for (double v : lead) {
                scale = Math.max(scale, Math.abs(v));
            }
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        for (double[] lead : leads) {
            double[] row = new double[states];
            for (int s = 0; s < last; s++) {
                row[s] = (lead[last] - lead[s]) / scale;
            }
            row[last] = 1.0;
            constraints.add(new LinearConstraint(row, Relationship.LEQ, (lead[last] - least) / scale));
        }
        double[] sum = new double[states];
        Arrays.fill(sum, 0, last, 1.0);
        constraints.add(new LinearConstraint(sum, Relationship.LEQ, 1.0));
        double[] objective = new double[states];
        objective[last] = 1.0;
        try {
            double[] point = new SimplexSolver(ACCURACY, 10, ACCURACY)
                    .optimize(
                            new LinearObjectiveFunction(objective, 0.0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true),
                            PivotSelectionRule.BLAND,
                            new MaxIter(MOST_PIVOTS + 10 * leads.size()))
                    .getPoint();
            return take(point, last) * scale + least;
        } catch (MathRuntimeException e) {
            // no answer is no proof: the vector is kept
            return Double.POSITIVE_INFINITY;
        }
    }

    private double take(double[] point, int last) {
        double rest = 1.0;
        for (int s = 0; s < last; s++) {
            belief[s] = Math.max(0.0, point[s]);
            rest -= belief[s];
        }
        belief[last] = Math.max(0.0, rest);
        return point[last];
    }
}
