package org.teleost.solvers.value;

import org.teleost.solvers.tabular.TabularPomdp;

/**
 * Four exact values at the start belief, in units of reward.
 *
 * @param random uniformly random actions
 * @param constant the best constant action
 * @param constantAction that action
 * @param mdp the problem in which the state is seen: an upper bound
 * @param qmdp the best first action when the state is seen afterwards: a tighter upper bound
 */
public record StartValues(double random, double constant, int constantAction, double mdp, double qmdp) {

    /**
     * The values of a model; takes time of the order of a few hundred sweeps over its tables.
     *
     * @throws IllegalArgumentException for discount 1
     */
    public static StartValues of(TabularPomdp model) {
        double[] start = model.start();
        double constant = Double.NEGATIVE_INFINITY;
        int action = 0;
        for (int a = 0; a < model.actionCount(); a++) {
            double value = FullyObserved.mean(start, BlindPolicies.constant(model, a));
            if (value > constant) {
                constant = value;
                action = a;
            }
        }
        FullyObserved mdp = FullyObserved.of(model);
        return new StartValues(
                FullyObserved.mean(start, BlindPolicies.random(model)),
                constant,
                action,
                mdp.atStart(),
                mdp.qmdpAtStart());
    }
}
