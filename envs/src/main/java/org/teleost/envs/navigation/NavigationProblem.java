package org.teleost.envs.navigation;

import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/** Navigation in a partially known 13 x 13 map; see the package description. */
public final class NavigationProblem implements Problem {
    @Override
    public String name() {
        return "navigation";
    }

    @Override
    public String summary() {
        return "13 x 13 map with 124 uncertain cells, one of two gates, noisy neighbour sensor, unknown start";
    }

    @Override
    public int defaultSteps() {
        return NavigationModel.STEPS;
    }

    @Override
    public PlannerSettings defaultSettings() {
        return PlannerSettings.defaults().withParticles(20_000).with(s -> s.maxDepth = NavigationModel.STEPS);
    }

    /** Draws the known obstacles from the seed. */
    @Override
    public Instance instance(long seed) {
        return new DrawnMap(new NavigationModel(new MapPrior(seed)));
    }

    private record DrawnMap(GenerativeModel model) implements Instance {}
}
