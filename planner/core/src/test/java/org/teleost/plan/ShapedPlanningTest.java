package org.teleost.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

/** Rewards shaped by state values, and actions that are pairs. */
class ShapedPlanningTest {
    private static final int SIDE = 6;
    private static final int GOOD = 4 * SIDE + 1;

    /** Five good pairs of 36 end a walk of five steps, one by one; every step costs 1, a bad pair 2 and no progress. */
    private static class Walk implements GenerativeModel {
        @Override
        public String name() {
            return "walk";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofInts("place");
        }

        @Override
        public int actionCount() {
            return SIDE * SIDE;
        }

        @Override
        public int[] actionFactors() {
            return new int[] {SIDE, SIDE};
        }

        @Override
        public long observationCount() {
            return 1;
        }

        @Override
        public double discount() {
            return 0.9;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            state.ints[0] = 0;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            state.ints[0] += action == GOOD ? 1 : 0;
            out.set(action == GOOD ? -1.0 : -2.0, 0, state.ints[0] == 5);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return 0.0;
        }
    }

    private static Decision plan(GenerativeModel model, LeafRule leaf, int episodes) {
        PlannerSettings settings = PlannerSettings.defaults()
                .with(s -> s.leafValue = leaf)
                .withSeed(2)
                .withThreads(1)
                .withParticles(100);
        ParticleBelief belief = new ParticleBelief(StateLayout.ofInts("place"), 100);
        belief.sampleInitial(model, 1);
        try (Planner planner = new Planner(model, settings)) {
            return planner.plan(belief, Budget.ofEpisodes(episodes));
        }
    }

    /** -(1 - 0.9^5) / (1 - 0.9): what shaping takes away is given back in every number that is told. */
    @Test
    void valuesAreInTheModelsOwnRewards() {
        Decision decision = plan(new Walk(), LeafRule.BOUND, 20_000);
        double exact = -(1.0 - Math.pow(0.9, 5)) / 0.1;
        assertEquals(GOOD, decision.action);
        assertEquals(exact, decision.values[0], 0.05);
        assertEquals(exact, decision.value, 0.1);
    }

    /** Both halves are learned from few episodes, though most pairs are never tried twice. */
    @Test
    void pairsOfActionsAreLearnedHalfByHalf() {
        GenerativeModel halves = new Walk() {
            @Override
            public void step(State state, int action, RandomStream stream, Outcome out) {
                int right = (action / SIDE == GOOD / SIDE ? 1 : 0) + (action % SIDE == GOOD % SIDE ? 1 : 0);
                out.set(right, 0, true);
            }
        };
        Decision decision = plan(halves, LeafRule.ZERO, 4096);
        assertEquals(GOOD, decision.action);
        assertEquals(2.0, decision.values[0], 1e-9);
    }
}
