package org.teleost.envs.maintenance;

import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/** The problem on the command line; nothing about it is drawn. */
public record MaintenanceProblem() implements Problem {
    private static final int STEPS = 100;

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public String summary() {
        return "Maintenance: operate, inspect, repair or replace a machine whose wear is hidden";
    }

    @Override
    public int defaultSteps() {
        return STEPS;
    }

    @Override
    public Instance instance(long seed) {
        Maintenance model = new Maintenance();
        return () -> model;
    }
}
