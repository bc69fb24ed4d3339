package org.teleost.envs.crowdnav;

import java.util.List;
import org.teleost.belief.BeliefUpdater;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.World;

/** Crossing a crowd of 300 with hidden intentions; see the package description. */
public final class CrowdNavProblem implements Problem {
    @Override
    public String name() {
        return "crowdnav";
    }

    @Override
    public String summary() {
        return "49 m through 300 pedestrians, curious or shy, types inferred from their motion";
    }

    @Override
    public int defaultSteps() {
        return CrowdRules.STEPS;
    }

    @Override
    public PlannerSettings defaultSettings() {
        return PlannerSettings.defaults().withParticles(8_192);
    }

    @Override
    public List<ConstantPolicy> baselines() {
        return List.of(new ConstantPolicy("always-north", CrowdRules.NORTH));
    }

    /** Draws the pedestrians' places from the seed. */
    @Override
    public Instance instance(long seed) {
        Crowd crowd = new Crowd(seed);
        return new DrawnCrowd(new CrowdNavModel(crowd), crowd);
    }

    private record DrawnCrowd(CrowdNavModel model, Crowd crowd) implements Instance {
        @Override
        public World world(long seed) {
            return new CrowdNavWorld(model, crowd, seed);
        }

        @Override
        public BeliefUpdater updater(PlannerSettings settings) {
            return new CrowdNavUpdater(model, crowd, settings.seed());
        }
    }
}
