package org.teleost.baselines.lookahead;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;

/** The cross-entropy method where actions are points of a box. */
public final class CrossEntropyProvider implements SolverProvider {
    private static final int HORIZON = 1;
    private static final int POPULATION = 100;
    private static final int ELITES = 10;
    private static final int PARTICLES = 16;

    @Override
    public String name() {
        return "cem";
    }

    @Override
    public String summary() {
        return "cross-entropy method (Rubinstein 1999) for actions from a box: the first of horizon=" + HORIZON
                + " actions that nothing observed changes; population=" + POPULATION + ", elites=" + ELITES
                + ", particles=" + PARTICLES + " at first";
    }

    @Override
    public Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options) {
        int population = options.whole("population", POPULATION, 2, 100_000);
        CrossEntropy.Constants constants = new CrossEntropy.Constants(
                options.whole("horizon", HORIZON, 1, 1000),
                population,
                options.whole("elites", Math.min(ELITES, population), 1, population),
                options.whole("particles", PARTICLES, 1, 100_000));
        options.refuseOthers(name());
        LeafSource leaf = LeafSource.open(model, settings.leafValue());
        String method = "plans of " + constants.horizon() + " actions, best " + constants.elites() + " of "
                + constants.population() + "; leaf value: " + leaf.text();
        return new CrossEntropy(model, settings, leaf, constants, method);
    }
}
