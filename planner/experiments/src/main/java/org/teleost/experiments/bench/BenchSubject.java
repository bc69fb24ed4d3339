package org.teleost.experiments.bench;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;

/** A problem's first instance with its initial belief: what is planned from, over and over. */
final class BenchSubject {
    private final GenerativeModel model;
    private final PlannerSettings settings;
    private final ParticleBelief belief;

    BenchSubject(Problem problem, long seed) {
        Instance instance = problem.instance(RandomStream.derive(seed, 0));
        model = instance.model();
        settings = problem.defaultSettings().withSeed(seed);
        belief = new ParticleBelief(model.layout(), settings.particles());
        instance.updater(settings).initialise(belief);
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
