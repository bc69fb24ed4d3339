package org.teleost.envs.drone;

import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/** The problem on the command line; nothing about it is drawn. */
public record DroneSurveillanceProblem() implements Problem {
    private static final int STEPS = 100;

    @Override
    public String name() {
        return "drone-surveillance";
    }

    @Override
    public String summary() {
        return "DroneSurveillance: watch a far region without meeting the ground agent";
    }

    @Override
    public int defaultSteps() {
        return STEPS;
    }

    @Override
    public Instance instance(long seed) {
        DroneSurveillance model = new DroneSurveillance();
        return () -> model;
    }
}
