package org.teleost.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Planning where actions are points of a box. */
class BoxPlanningTest {
    private static final ActionBox BOX = ActionBox.of("x", -1, 1).and("y", -2, 2);

    /** Throw once at a mark that lies at (0.3, -0.7), give or take: minus the squared distance, then it is over. */
    private static class Throwing implements GenerativeModel {
        @Override
        public String name() {
            return "throwing";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofFloats("markX", "markY").withActions(BOX);
        }

        @Override
        public int actionCount() {
            return 1;
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
            state.floats[0] = 0.3f + 0.1f * (float) stream.nextGaussian();
            state.floats[1] = -0.7f + 0.1f * (float) stream.nextGaussian();
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            double dx = state.action[0] - state.floats[0];
            double dy = state.action[1] - state.floats[1];
            out.set(-dx * dx - dy * dy, 0, true);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return 0.0;
        }
    }

    private static Decision plan(GenerativeModel model, int threads, int episodes) {
        PlannerSettings settings =
                PlannerSettings.defaults().withSeed(7).withThreads(threads).withParticles(500);
        ParticleBelief belief = new ParticleBelief(model.layout(), 500);
        belief.sampleInitial(model, 3);
        try (Planner planner = new Planner(model, settings)) {
            return planner.plan(belief, Budget.ofEpisodes(episodes));
        }
    }

    @Test
    void findsTheBestPointOfTheBox() {
        Decision decision = plan(new Throwing(), 1, 50_000);
        assertEquals(0.3, decision.lanes[0], 0.12);
        assertEquals(-0.7, decision.lanes[1], 0.12);
        assertEquals(-0.03, decision.value, 0.02);
        assertTrue(decision.simulatedActions > 50, "actions " + decision.simulatedActions);
    }

    @Test
    void decidesTheSameWithAnyNumberOfThreads() {
        assertEquals(
                plan(new Throwing(), 1, 5_000).digest(0),
                plan(new Throwing(), 3, 5_000).digest(0));
    }

    /** A proposal that favours a corner must not change what the belief is worth. */
    @Test
    void whereSamplesComeFromDoesNotChangeTheValue() {
        GenerativeModel lopsided = new Throwing() {
            @Override
            public int proposeAction(State state, RandomStream stream) {
                BOX.sample(state.action, stream);
                if (stream.nextBoolean(0.8)) {
                    state.action[0] = Math.abs(state.action[0]);
                    state.action[1] = Math.abs(state.action[1]);
                }
                return 0;
            }
        };
        double even = plan(new Throwing(), 1, 20_000).value;
        assertEquals(even, plan(lopsided, 1, 20_000).value, 0.05);
    }
}
