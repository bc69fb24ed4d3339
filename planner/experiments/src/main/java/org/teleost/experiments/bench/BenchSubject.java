package org.teleost.experiments.bench;

import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.experiments.config.Configurator;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.World;
import org.teleost.random.RandomStream;

/** A problem's first instance with its initial belief: what is planned from, over and over. */
final class BenchSubject {
    private final Instance instance;
    private final GenerativeModel model;
    private final PlannerSettings settings;
    private final ParticleBelief belief;

    BenchSubject(Problem problem, long seed) {
        instance = problem.instance(RandomStream.derive(seed, 0));
        model = instance.model();
        settings = Configurator.fitting(
                        problem.defaultSettings(), Runtime.getRuntime().maxMemory())
                .withSeed(seed);
        belief = new ParticleBelief(model.layout(), settings.particles());
        updater().initialise(belief);
    }

    /** A fresh belief update. */
    BeliefUpdater updater() {
        return instance.updater(settings);
    }

    /** A world of the first episode. */
    World world() {
        return world(1);
    }

    /** A world of a later episode. */
    World world(long episode) {
        return instance.world(RandomStream.derive(settings.seed(), episode));
    }

    Planner planner(int threads) {
        return new Planner(model, settings.withThreads(threads));
    }

    GenerativeModel model() {
        return model;
    }

    PlannerSettings settings() {
        return settings;
    }

    ParticleBelief belief() {
        return belief;
    }
}
