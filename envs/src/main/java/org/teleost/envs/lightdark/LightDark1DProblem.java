package org.teleost.envs.lightdark;

import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/** The problem on the command line; nothing about it is drawn. */
public record LightDark1DProblem() implements Problem {
    private static final int STEPS = 100;

    @Override
    public String name() {
        return "lightdark-1d";
    }

    @Override
    public String summary() {
        return "LightDark1D: stop at the origin, but the position is seen well only near 10";
    }

    @Override
    public int defaultSteps() {
        return STEPS;
    }

    @Override
    public Instance instance(long seed) {
        LightDark1D model = new LightDark1D();
        return () -> model;
    }
}
