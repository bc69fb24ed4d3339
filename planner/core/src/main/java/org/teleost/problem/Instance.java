package org.teleost.problem;

import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleFilter;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;

/** One drawn instance: the model that the planner searches, and worlds to act in. */
public interface Instance {

    GenerativeModel model();

    /** A fresh world; the default simulates the model itself. */
    default World world(long seed) {
        return new ModelWorld(model(), seed);
    }

    /** The belief update; the default is the particle filter over the model. */
    default BeliefUpdater updater(PlannerSettings settings) {
        return new ParticleFilter(model(), settings.particles(), settings.seed());
    }
}
