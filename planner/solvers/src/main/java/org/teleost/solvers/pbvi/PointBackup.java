package org.teleost.solvers.pbvi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** A belief with what may follow it, and Bellman's backup there. */
final class PointBackup {
    private final TabularPomdp model;
    private final SparseBelief belief;

    /** By action: what may be seen next, its probability, and the belief after it. */
    private final List<List<Branch>> branches = new ArrayList<>();

    private final int kinds;

    private record Branch(int kind, double probability, SparseBelief next) {}

    PointBackup(TabularPomdp model, SparseBelief belief) {
        this.model = model;
        this.belief = belief;
        kinds = model.observationCount() * model.observedParts();
        for (int a = 0; a < model.actionCount(); a++) {
            branches.add(branches(a));
        }
    }

    SparseBelief belief() {
        return belief;
    }

    private List<Branch> branches(int action) {
        SparseTable transition = model.transition();
        SparseTable observation = model.observation();
        double[] predicted = new double[model.stateCount()];
        for (int i = 0; i < belief.count(); i++) {
            int row = model.row(action, belief.state(i));
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                predicted[transition.column[k]] += belief.weight(i) * transition.value[k];
            }
        }
        double[][] joint = new double[kinds][];
        for (int s = 0; s < predicted.length; s++) {
            int row = model.row(action, s);
            for (int j = observation.start[row]; predicted[s] > 0.0 && j < observation.start[row + 1]; j++) {
                int kind = model.firstSeen(s) + observation.column[j];
                if (joint[kind] == null) {
                    joint[kind] = new double[predicted.length];
                }
                joint[kind][s] = predicted[s] * observation.value[j];
            }
        }
        List<Branch> list = new ArrayList<>();
        for (int kind = 0; kind < kinds; kind++) {
            double sum = joint[kind] == null ? 0.0 : Arrays.stream(joint[kind]).sum();
            if (sum > 0.0) {
                list.add(new Branch(kind, sum, SparseBelief.of(joint[kind])));
            }
        }
        return list;
    }

    /** The successor of the largest probability times distance, null when all distances are 0. */
    SparseBelief farthest(ToDoubleFunction<SparseBelief> distance) {
        SparseBelief farthest = null;
        double most = 0.0;
        for (List<Branch> list : branches) {
            for (Branch branch : list) {
                double weighed = branch.probability * distance.applyAsDouble(branch.next);
                if (weighed > most) {
                    most = weighed;
                    farthest = branch.next;
                }
            }
        }
        return farthest;
    }

    /** alpha_a(s) = R(s,a) + gamma sum_s' T(s'|s,a) sum_o Z(o|s',a) alpha_o(s') of the action best at this belief. */
    AlphaVector backup(List<AlphaVector> vectors) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        double[][] bestAfter = null;
        for (int a = 0; a < model.actionCount(); a++) {
            double[][] after = new double[kinds][];
            double value = 0.0;
            for (int i = 0; i < belief.count(); i++) {
                value += belief.weight(i) * model.expected()[model.row(a, belief.state(i))];
            }
            for (Branch branch : branches.get(a)) {
                double future = Double.NEGATIVE_INFINITY;
                for (AlphaVector vector : vectors) {
                    double v = vector.at(branch.next);
                    if (v > future) {
                        future = v;
                        after[branch.kind] = vector.values();
                    }
                }
                value += model.discount() * branch.probability * future;
            }
            if (value > most) {
                most = value;
                best = a;
                bestAfter = after;
            }
        }
        return new AlphaVector(
                best, null, vector(best, bestAfter, vectors.get(0).values()));
    }

    private double[] vector(int action, double[][] after, double[] impossible) {
        SparseTable transition = model.transition();
        SparseTable observation = model.observation();
        double[] values = new double[model.stateCount()];
        for (int s = 0; s < values.length; s++) {
            int row = model.row(action, s);
            double future = 0.0;
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                int next = transition.column[k];
                int seen = model.row(action, next);
                double sum = 0.0;
                for (int j = observation.start[seen]; j < observation.start[seen + 1]; j++) {
                    double[] vector = after[model.firstSeen(next) + observation.column[j]];
                    sum += observation.value[j] * (vector == null ? impossible[next] : vector[next]);
                }
                future += transition.value[k] * sum;
            }
            values[s] = model.expected()[row] + model.discount() * future;
        }
        return values;
    }
}
