package org.teleost.envs.tag;

import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/** The problem on the command line; nothing about it is drawn. */
public record TagProblem() implements Problem {
    private static final int STEPS = 90;

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public String summary() {
        return "Tag: find and catch a fleeing target that is seen only in the robot's own cell";
    }

    @Override
    public int defaultSteps() {
        return STEPS;
    }

    @Override
    public Instance instance(long seed) {
        Tag model = new Tag();
        return () -> model;
    }
}
