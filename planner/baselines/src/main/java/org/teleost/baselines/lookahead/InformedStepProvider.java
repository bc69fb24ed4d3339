package org.teleost.baselines.lookahead;

import java.util.Arrays;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;
import org.teleost.plan.UnsuitableProblemException;

/** One step of look-ahead that counts what the observation tells: the planner's first look without its tree. */
public final class InformedStepProvider implements SolverProvider {
    private static final double LASTING = 3.0;
    private static final int PARTICLES = 256;

    /** Values of all parts together, each with a number per particle. */
    private static final int MOST_VALUES = 4096;

    @Override
    public String name() {
        return "voi";
    }

    @Override
    public String summary() {
        return "one step of look-ahead plus lasting=" + LASTING + " times the value of the information in the"
                + " observation, no tree; particles=" + PARTICLES;
    }

    @Override
    public Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options) {
        double lasting = options.number("lasting", LASTING, 0.0, 1000.0);
        int particles = options.whole("particles", PARTICLES, 1, 4096);
        options.refuseOthers(name());
        int values = Arrays.stream(model.actionFactors()).sum();
        if (values > MOST_VALUES) {
            throw new UnsuitableProblemException(
                    model.name() + " has " + values + " actions; at most " + MOST_VALUES + " are tried one by one");
        }
        LeafSource leaf = LeafSource.open(model, settings.leafValue());
        String method = "gain of one step and " + lasting + " times what its observation is worth, " + particles
                + " particles; leaf value: " + leaf.text();
        return new InformedStep(model, settings, leaf, lasting, particles, method);
    }
}
