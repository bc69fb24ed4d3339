package org.teleost.solvers.policy;

import java.util.Arrays;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** Bayes' rule on a table, exact. One thread. */
public final class BeliefUpdate {
    private final TabularPomdp model;
    private final double[] predicted;

    public BeliefUpdate(TabularPomdp model) {
        this.model = model;
        predicted = new double[model.stateCount()];
    }

    /**
     * The belief after an action and what was seen.
     *
     * @param seen observed part times number of observations plus observation, as {@code TabularModel} counts
     * @return null when the belief excludes the observation
     */
    public SparseBelief after(SparseBelief belief, int action, long seen) {
        SparseTable transition = model.transition();
        Arrays.fill(predicted, 0.0);
        for (int i = 0; i < belief.count(); i++) {
            int row = model.row(action, belief.state(i));
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                predicted[transition.column[k]] += belief.weight(i) * transition.value[k];
            }
        }
        boolean possible = false;
        for (int s = 0; s < predicted.length; s++) {
            if (predicted[s] > 0.0) {
                long observation = seen
                        - (model.observedPart() == null
                                ? 0
                                : (long) model.observedPart()[s] * model.observationCount());
                boolean mayBe = observation >= 0 && observation < model.observationCount();
                predicted[s] *= mayBe ? model.observation().get(model.row(action, s), (int) observation) : 0.0;
                possible |= predicted[s] > 0.0;
            }
        }
        return possible ? SparseBelief.of(predicted) : null;
    }
}
