package org.teleost.solvers.value;

import org.teleost.solvers.tabular.TabularPomdp;

/** Exact values of policies that look at nothing: each constant action, and uniformly random actions. */
public final class BlindPolicies {
    private BlindPolicies() {}

    /** V(s) of taking {@code action} for ever. */
    public static double[] constant(TabularPomdp model, int action) {
        FullyObserved.requireDiscount(model);
        double[] value = new double[model.stateCount()];
        PolicyEvaluation.solve(
                new MarkovChain() {
                    @Override
                    public int states() {
                        return model.stateCount();
                    }

                    @Override
                    public double next(int state, double[] v) {
                        return model.transition().times(model.row(action, state), v);
                    }

                    @Override
                    public double reward(int state) {
                        return model.expected()[model.row(action, state)];
                    }
                },
                model.discount(),
                value);
        return value;
    }

    /** No plan earns less from any state, so it stands for what a policy says nothing of. */
    public static double worst(TabularPomdp model) {
        double least = 0.0;
        for (double r : model.expected()) {
            least = Math.min(least, r);
        }
        // without a discount, an episode that ends visits each state once at most
        return model.discount() < 1.0 ? least / (1.0 - model.discount()) : least * model.stateCount();
    }

    /** V(s) of drawing each action with the same probability. */
    public static double[] random(TabularPomdp model) {
        FullyObserved.requireDiscount(model);
        int actions = model.actionCount();
        double[] value = new double[model.stateCount()];
        PolicyEvaluation.solve(
                new MarkovChain() {
                    @Override
                    public int states() {
                        return model.stateCount();
                    }

                    @Override
                    public double next(int state, double[] v) {
                        double sum = 0.0;
                        for (int a = 0; a < actions; a++) {
                            sum += model.transition().times(model.row(a, state), v);
                        }
                        return sum / actions;
                    }

                    @Override
                    public double reward(int state) {
                        double sum = 0.0;
                        for (int a = 0; a < actions; a++) {
                            sum += model.expected()[model.row(a, state)];
                        }
                        return sum / actions;
                    }
                },
                model.discount(),
                value);
        return value;
    }
}
