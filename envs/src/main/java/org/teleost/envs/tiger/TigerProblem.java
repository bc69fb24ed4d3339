package org.teleost.envs.tiger;

import java.util.List;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

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
