package org.teleost.baselines.montecarlo;

import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;

/** Sparse-PFT with the planner's leaf values. */
public final class SparsePftProvider implements SolverProvider {
    private static final int PARTICLES = 40;
    private static final int CHILDREN = 8;

    @Override
    public String name() {
        return "sparse-pft";
    }

    @Override
    public String summary() {
        return "Sparse-PFT (Lim et al. 2023); exploration=" + UpperConfidence.SHARE
                + " of the range of returns, beliefParticles=" + PARTICLES + ", children=" + CHILDREN;
    }

    @Override
    public Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options) {
        SparsePft.Constants constants = new SparsePft.Constants(
                options.number("exploration", UpperConfidence.SHARE, 0.0, 1000.0),
                options.whole("beliefParticles", PARTICLES, 1, 10_000),
                options.whole("children", CHILDREN, 1, 10_000));
        options.refuseOthers(name());
        LeafSource leaf = LeafSource.open(model, settings.leafValue());
        String method = "exploration " + constants.exploration() + " of the range of returns, "
                + constants.particles() + " particles and " + constants.children()
                + " observations per action; leaf value: " + leaf.text();
        return new SparsePft(model, settings, leaf, constants, method);
    }
}
