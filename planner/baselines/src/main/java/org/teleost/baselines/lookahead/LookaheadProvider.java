package org.teleost.baselines.lookahead;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;

/** One step of look-ahead on the planner's own leaf value: what the search must beat. */
public final class LookaheadProvider implements SolverProvider {
    @Override
    public String name() {
        return "lookahead";
    }

    @Override
    public String summary() {
        return "one step of look-ahead on the planner's leaf value";
    }

    @Override
    public Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options) {
        options.refuseOthers(name());
        LeafSource leaf = LeafSource.open(model, settings.leafValue());
        return new OneStep(model, settings, leaf, "one step on the leaf value: " + leaf.text());
    }
}
