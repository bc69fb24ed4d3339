package org.teleost.baselines.montecarlo;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;

/** POMCP with the planner's leaf values. */
public final class PomcpProvider implements SolverProvider {
    @Override
    public String name() {
        return "pomcp";
    }

    @Override
    public String summary() {
        return "POMCP (Silver and Veness 2010); exploration=" + UpperConfidence.SHARE
                + " of the range of returns; leafValue=ROLLOUT for rollouts everywhere";
    }

    @Override
    public Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options) {
        double exploration = options.number("exploration", UpperConfidence.SHARE, 0.0, 1000.0);
        options.refuseOthers(name());
        LeafSource leaf = LeafSource.open(model, settings.leafValue());
        String method = "exploration " + exploration + " of the range of returns; leaf value: " + leaf.text();
        return new Pomcp(model, settings, leaf, exploration, method);
    }
}
