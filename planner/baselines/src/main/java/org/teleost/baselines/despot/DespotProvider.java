package org.teleost.baselines.despot;

import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;

/** AR-DESPOT with the planner's bound, and the default policy that follows from it. */
public final class DespotProvider implements SolverProvider {
    private static final int SCENARIOS = 500;
    private static final double LAMBDA = 0.01;
    private static final double XI = 0.95;
    private static final int ROLLOUT = 20;

    @Override
    public String name() {
        return "despot";
    }

    @Override
    public String summary() {
        return "AR-DESPOT (Ye et al. 2017); scenarios=" + SCENARIOS + ", lambda=" + LAMBDA + ", xi=" + XI + ", rollout="
                + ROLLOUT + "; an episode of its budget is a scenario at a new node";
    }

    @Override
    public Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options) {
        Despot.Constants constants = new Despot.Constants(
                options.whole("scenarios", SCENARIOS, 1, 100_000),
                options.number("lambda", LAMBDA, 0.0, 1e9),
                options.number("xi", XI, 0.0, 1.0),
                options.whole("rollout", ROLLOUT, 1, 10_000));
        options.refuseOthers(name());
        Bounds bounds = Bounds.of(model, settings);
        String method = constants.scenarios() + " scenarios, lambda " + constants.lambda() + "; " + bounds.text();
        return new Despot(model, settings, bounds, constants, method);
    }
}
