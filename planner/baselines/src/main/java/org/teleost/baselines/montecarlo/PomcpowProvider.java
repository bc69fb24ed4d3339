package org.teleost.baselines.montecarlo;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;

/** POMCPOW with the planner's leaf values. */
public final class PomcpowProvider implements SolverProvider {
    /** k and alpha of the published LightDark; other problems of the paper differ little. */
    private static final double CHILDREN = 5.0;

    private static final double CHILD_POWER = 1.0 / 15.0;

    @Override
    public String name() {
        return "pomcpow";
    }

    @Override
    public String summary() {
        return "POMCPOW (Sunberg and Kochenderfer 2018); exploration=" + UpperConfidence.SHARE
                + " of the range of returns, children=" + CHILDREN + ", childPower=1/15";
    }

    @Override
    public Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options) {
        Pomcpow.Constants constants = new Pomcpow.Constants(
                options.number("exploration", UpperConfidence.SHARE, 0.0, 1000.0),
                options.number("children", CHILDREN, 1.0, 200.0),
                options.number("childPower", CHILD_POWER, 0.0, 1.0));
        options.refuseOthers(name());
        LeafSource leaf = LeafSource.open(model, settings.leafValue());
        String method = "exploration " + constants.exploration() + " of the range of returns, " + constants.children()
                + " N^" + constants.childPower() + " observations; leaf value: " + leaf.text();
        return new Pomcpow(model, settings, leaf, constants, method);
    }
}
