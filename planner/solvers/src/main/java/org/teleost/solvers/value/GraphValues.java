package org.teleost.solvers.value;

import org.teleost.solvers.policy.PolicyGraph;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** The exact value of a policy graph: V(n, s) = R(s, a_n) + gamma sum T(s'|s,a_n) Z(o|s',a_n) V(next(n, o), s'). */
public final class GraphValues {
    private GraphValues() {}

    /**
     * Value by node and state; where the graph has no next node, the worst that can follow.
     *
     * @throws org.teleost.solvers.tabular.TooLargeException for too many nodes times states
     * @throws IllegalArgumentException for discount 1 without an end
     */
    public static double[][] of(TabularPomdp model, PolicyGraph graph) {
        FullyObserved.requireDiscount(model);
        int states = model.stateCount();
        Limits.check("nodes x states", (long) graph.nodes() * states, Limits.ROWS);
        double worst = BlindPolicies.worst(model);
        double[] value = new double[graph.nodes() * states];
        PolicyEvaluation.solve(new Chain(model, graph, worst), model.discount(), value);
        double[][] byNode = new double[graph.nodes()][states];
        for (int n = 0; n < byNode.length; n++) {
            System.arraycopy(value, n * states, byNode[n], 0, states);
        }
        return byNode;
    }

    /** States of the chain are node times number of states plus state. */
    private record Chain(TabularPomdp model, PolicyGraph graph, double worst) implements MarkovChain {
        @Override
        public int states() {
            return graph.nodes() * model.stateCount();
        }

        @Override
        public double reward(int at) {
            int node = at / model.stateCount();
            int row = model.row(graph.action()[node], at % model.stateCount());
            double lost = model.discount() * worst * shareOfNowhere(node, row);
            return model.expected()[row] + lost;
        }

        @Override
        public double next(int at, double[] v) {
            int node = at / model.stateCount();
            return sum(node, model.row(graph.action()[node], at % model.stateCount()), v);
        }

        private double shareOfNowhere(int node, int row) {
            return sum(node, row, null);
        }

        /** Mean of {@code v} over next nodes and states, or with null the probability of no next node. */
        private double sum(int node, int row, double[] v) {
            SparseTable transition = model.transition();
            SparseTable observation = model.observation();
            int[] next = graph.next()[node];
            double sum = 0.0;
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                int to = transition.column[k];
                int seen = model.row(graph.action()[node], to);
                int part = model.firstSeen(to);
                for (int j = observation.start[seen]; j < observation.start[seen + 1]; j++) {
                    int target = next[part + observation.column[j]];
                    double p = transition.value[k] * observation.value[j];
                    if (target >= 0 && v != null) {
                        sum += p * v[target * model.stateCount() + to];
                    } else if (target < 0 && v == null) {
                        sum += p;
                    }
                }
            }
            return sum;
        }
    }
}
