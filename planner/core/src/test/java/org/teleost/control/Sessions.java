package org.teleost.control;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.PlannerSettings;
import org.teleost.settings.LeafRule;
import org.teleost.settings.ObservationRule;

/** Small sessions for tests. */
final class Sessions {
    static final PlannerSettings SMALL = PlannerSettings.defaults()
            .withThreads(1)
            .withParticles(500)
            .with(s -> {
                s.memoryBytes = 16L << 20;
                s.leafValue = LeafRule.MODEL;
                s.observations = ObservationRule.EXACT;
            });
    static final Budget COUNTED = Budget.ofEpisodes(2_000);
    static final Budget FEW = Budget.ofEpisodes(100);

    private Sessions() {}

    static SessionSetup of(GenerativeModel model) {
        return ControlSession.of(model).settings(SMALL);
    }

    /** Share of the belief whose first int lane has this value. */
    static double share(ParticleBelief belief, int value) {
        State state = belief.layout().newState();
        double share = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            share += state.ints[0] == value ? belief.weight(i) : 0.0;
        }
        // sums of weights are right to about n rounding errors
        return Math.round(share * 1e9) * 1e-9;
    }
}
