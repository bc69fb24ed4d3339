package org.teleost.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Bounds on V*(b) to cut a search with. */
@FunctionalInterface
public interface Leaf {
    double value(SparseBelief belief);

    /** Pessimistic: the best policy that repeats one action for ever. */
    static Leaf blind(Tables model) {
        List<double[]> vectors = blindVectors(model);
        return belief -> best(belief, vectors);
    }

    /** Optimistic: the state is seen from the next step on (QMDP, the clairvoyant MDP). */
    static Leaf clairvoyant(Tables model) {
        List<double[]> vectors = new ArrayList<>(List.of(new double[model.actions][model.states]));
        iterate(model, vectors, false);
        return belief -> best(belief, vectors);
    }

    /** Optimistic and tighter: the fast informed bound of Hauskrecht (2000), sum over o of max over a. */
    static Leaf fastInformed(Tables model) {
        List<double[]> vectors = fastInformedVectors(model);
        return belief -> best(belief, vectors);
    }

    /** Value vectors of repeating each action, exact to 1e-12. */
    static List<double[]> blindVectors(Tables model) {
        List<double[]> vectors = new ArrayList<>();
        for (int a = 0; a < model.actions; a++) {
            double[] value = new double[model.states];
            for (double change = 1.0; change > 1e-12; ) {
                change = 0.0;
                for (int s = 0; s < model.states; s++) {
                    double backup = model.reward[a][s] + model.discount * expected(model, a, s, value);
                    change = Math.max(change, Math.abs(backup - value[s]));
                    value[s] = backup;
                }
            }
            vectors.add(value);
        }
        return vectors;
    }

    /** Q vectors by action of the fast informed bound, from above. */
    static List<double[]> fastInformedVectors(Tables model) {
        List<double[]> vectors = new ArrayList<>(List.of(new double[model.actions][model.states]));
        iterate(model, vectors, false);
        iterate(model, vectors, true);
        return vectors;
    }

    private static double best(SparseBelief belief, List<double[]> vectors) {
        double best = Double.NEGATIVE_INFINITY;
        for (double[] vector : vectors) {
            best = Math.max(best, belief.dot(vector));
        }
        return best;
    }

    private static double expected(Tables model, int a, int s, double[] value) {
        double sum = 0.0;
        for (int k = 0; k < model.next[a][s].length; k++) {
            sum += model.probability[a][s][k] * value[model.next[a][s][k]];
        }
        return sum;
    }

    // Q(s,a) <- R + gamma sum_s' T max_a' Q(s',a'), or with the maximum inside the sum over observations
    private static void iterate(Tables model, List<double[]> q, boolean informed) {
        for (double change = 1.0; change > 1e-12; ) {
            change = 0.0;
            double[] value = new double[model.states];
            for (int s = 0; s < model.states; s++) {
                value[s] = q.stream().mapToDouble(vectorOf(s)).max().orElseThrow();
            }
            for (int a = 0; a < model.actions; a++) {
                for (int s = 0; s < model.states; s++) {
                    double future = informed ? informed(model, a, s, q) : expected(model, a, s, value);
                    double backup = model.reward[a][s] + model.discount * future;
                    change = Math.max(change, Math.abs(backup - q.get(a)[s]));
                    q.get(a)[s] = backup;
                }
            }
        }
    }

    private static ToDoubleFunction<double[]> vectorOf(int s) {
        return vector -> vector[s];
    }

    private static double informed(Tables model, int a, int s, List<double[]> q) {
        double sum = 0.0;
        for (int o = 0; o < model.observations; o++) {
            double best = Double.NEGATIVE_INFINITY;
            for (double[] vector : q) {
                double value = 0.0;
                for (int k = 0; k < model.next[a][s].length; k++) {
                    int t = model.next[a][s][k];
                    value += model.probability[a][s][k] * model.observation[a][o][t] * vector[t];
                }
                best = Math.max(best, value);
            }
            sum += best;
        }
        return sum;
    }
}
