package org.teleost.baselines.lookahead;

import org.teleost.baselines.frame.BaselineSolver;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;
import org.teleost.plan.UnsuitableProblemException;
import org.teleost.settings.LeafRule;

/** QMDP: acts as if the state were seen after one step. */
public final class QmdpProvider implements SolverProvider {
    @Override
    public String name() {
        return "qmdp";
    }

    @Override
    public String summary() {
        return "QMDP (Littman et al. 1995): the best action if the state were seen after one step";
    }

    @Override
    public Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options) {
        options.refuseOthers(name());
        BaselineSolver.requireEqualSteps(model);
        LeafSource leaf;
        try {
            leaf = LeafSource.open(model, LeafRule.BOUND);
        } catch (IllegalArgumentException e) {
            throw new UnsuitableProblemException("the states of " + model.name() + " are too many to enumerate");
        }
        return new OneStep(model, settings, leaf, leaf.text());
    }
}
