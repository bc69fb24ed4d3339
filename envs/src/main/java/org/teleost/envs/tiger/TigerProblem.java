package org.teleost.envs.tiger;

import java.util.List;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.settings.ValueRule;

/** Tiger on the command line; nothing about it is drawn. */
public record TigerProblem() implements Problem {
    private static final int STEPS = 100;

    @Override
    public String name() {
        return "tiger";
    }

    @Override
    public String summary() {
        return "Tiger: listen until sure enough, then open a door";
    }

    @Override
    public int defaultSteps() {
        return STEPS;
    }

    /** The leaf value is exact here and a few visits of a wrong door say little, so leaves wait and keep their say. */
    @Override
    public PlannerSettings defaultSettings() {
        return PlannerSettings.defaults().with(s -> {
            s.valueRule = ValueRule.LEAF_AND_MEAN;
            s.expandVisits = 256;
            s.eta = 5.0;
        });
    }

    @Override
    public List<ConstantPolicy> baselines() {
        return List.of(new ConstantPolicy("always-listen", Tiger.LISTEN));
    }

    @Override
    public Instance instance(long seed) {
        Tiger model = new Tiger();
        return () -> model;
    }
}
