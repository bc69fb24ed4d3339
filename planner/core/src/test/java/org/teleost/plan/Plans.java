package org.teleost.plan;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.settings.LeafRule;
import org.teleost.settings.ObservationRule;

/** Small planners for tests: little memory, few particles, one thread unless said otherwise. */
final class Plans {
    /** 1000 particles, 16 MB, one thread, the model's leaf value, a child per observation; otherwise the defaults. */
    static final PlannerSettings SMALL = PlannerSettings.defaults()
            .withThreads(1)
            .withParticles(1_000)
            .with(s -> {
                s.memoryBytes = 16L << 20;
                s.leafValue = LeafRule.MODEL;
                s.observations = ObservationRule.EXACT;
            });

    private Plans() {}

    /** The model's initial belief in the settings' number of particles. */
    static ParticleBelief initial(GenerativeModel model, PlannerSettings settings) {
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        belief.sampleInitial(model, settings.seed());
        return belief;
    }

    /** One decision from the initial belief. */
    static Decision decide(GenerativeModel model, PlannerSettings settings, Budget budget) {
        try (Planner planner = new Planner(model, settings)) {
            return planner.plan(initial(model, settings), budget);
        }
    }

    /** One decision of {@link #SMALL} settings from this many episodes. */
    static Decision decide(GenerativeModel model, long episodes) {
        return decide(model, SMALL, Budget.ofEpisodes(episodes));
    }

    /** Row of an action in the decision's tables. */
    static int row(Decision decision, int action) {
        for (int i = 0; i < decision.actionRows; i++) {
            if (decision.actions[i] == action) {
                return i;
            }
        }
        throw new AssertionError("action " + action + " is not explained");
    }

    /** Q of an explained action. */
    static double valueOf(Decision decision, int action) {
        return decision.values[row(decision, action)];
    }
}
