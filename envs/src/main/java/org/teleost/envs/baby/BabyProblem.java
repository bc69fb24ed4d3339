package org.teleost.envs.baby;

import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/** The problem on the command line; nothing about it is drawn. */
public record BabyProblem() implements Problem {
    private static final int STEPS = 100;

    @Override
    public String name() {
        return "baby";
    }

    @Override
    public String summary() {
        return "Baby: feed it when it is hungry, which only its crying tells";
    }

    @Override
    public int defaultSteps() {
        return STEPS;
    }

    @Override
    public Instance instance(long seed) {
        Baby model = new Baby();
        return () -> model;
    }
}
