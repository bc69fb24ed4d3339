package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.TinyTiger;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

class RehearsalTest {
    private static double price(GenerativeModel model, LeafRule rule) {
        return Rehearsal.price(model, LeafSource.open(model, rule));
    }

    /** Doors earn 10 and nothing is behind them; the state does not matter. */
    private static final class Harmless extends TinyTiger {
        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            super.step(state, action, stream, out);
            out.reward = action == LISTEN ? -1.0 : 10.0;
        }
    }

    /** Throws once it is played, not while its states are enumerated. */
    private static final class Unplayable extends TinyTiger {
        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            throw new IllegalStateException("no likelihood");
        }
    }

    /**
     * A prize of 10 lies behind the left or the right door, -10 behind the other one. The fourth step of a walk, each
     * for 0.5, leads to a lamp that shows where. gamma 0.95.
     */
    private static final class Lamp extends TinyTiger {
        private static final int WALK = 2;
        private static final int AT_LAMP = 4;

        /** Four steps to the lamp, then the door. */
        static final double EXACT_VALUE =
                10.0 * Math.pow(0.95, 4) - 0.5 * (1.0 + 0.95 + Math.pow(0.95, 2) + Math.pow(0.95, 3));

        @Override
        public String name() {
            return "lamp";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofInts("prize", "place");
        }

        @Override
        public long observationCount() {
            return 3;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            super.sampleInitial(state, stream);
            state.ints[1] = 0;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            if (action == WALK) {
                state.ints[1] = Math.min(AT_LAMP, state.ints[1] + 1);
                out.set(-0.5, seen(state), false);
            } else {
                out.set(action == state.ints[0] ? 10.0 : -10.0, 2, true);
            }
        }

        private static int seen(State state) {
            return state.ints[1] == AT_LAMP ? state.ints[0] : 2;
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return observation == seen(nextState) ? 0.0 : Double.NEGATIVE_INFINITY;
        }
    }

    @Test
    void thePriceIsWhatIsLostWhereTheStatesDisagree() {
        // 10 are promised and 6.3 kept from the start on, which is the most that is ever lost
        double price = price(new Lamp(), LeafRule.BOUND);
        assertThat(price).isCloseTo(10.0 - Lamp.EXACT_VALUE, within(0.1));
        assertThat(price(new Lamp(), LeafRule.BOUND)).isEqualTo(price);
    }

    @Test
    void nothingIsPaidWhereStatesAgreeOrArentAsked() {
        assertThat(price(new Harmless(), LeafRule.BOUND)).isZero();
        assertThat(price(new OneActionChain(6), LeafRule.BOUND)).isZero();
        assertThat(price(new Lamp(), LeafRule.ROLLOUT)).isZero();
        assertThat(price(new Lamp(), LeafRule.ZERO)).isZero();
        assertThat(price(new Unplayable(), LeafRule.BOUND)).isZero();
    }

    @Test
    void noPriceIsPaidThatMakesEpisodesWorse() {
        double[] without = {1.0, 5.0, 3.0, 7.0};
        assertThat(Rehearsal.isWorse(without, without)).isFalse();
        assertThat(Rehearsal.isWorse(new double[] {0.5, 4.5, 2.5, 6.5}, without))
                .isTrue();
        // -0.25 on average, with a standard error of 0.48
        assertThat(Rehearsal.isWorse(new double[] {2.0, 4.0, 2.0, 7.0}, without))
                .isFalse();
        // -0.75, with 0.25
        assertThat(Rehearsal.isWorse(new double[] {0.0, 4.0, 3.0, 6.0}, without))
                .isTrue();
    }

    @Test
    void statesAreAskedAlikeByAnyNumberOfThreads() {
        assertThat(digest(3, 3.7)).isEqualTo(digest(1, 3.7)).isNotEqualTo(digest(1, 0.0));
    }

    private static long digest(int threads, double price) {
        Lamp lamp = new Lamp();
        PlannerSettings settings =
                PlannerSettings.defaults().withSeed(3).withThreads(threads).withParticles(200);
        ParticleBelief belief = new ParticleBelief(lamp.layout(), 200);
        belief.sampleInitial(lamp, 1);
        LeafSource leaf = LeafSource.open(lamp, LeafRule.BOUND);
        try (Planner planner = new Planner(lamp, settings, new HostEngine(lamp, settings, leaf, price))) {
            return planner.plan(belief, Budget.ofEpisodes(3_000)).digest(0);
        }
    }

    @Test
    void thePriceIsTold() {
        try (Planner planner =
                new Planner(new Lamp(), PlannerSettings.defaults().withThreads(1))) {
            assertThat(planner.method()).containsPattern("states, less at most [0-9.]+ where the states disagree");
        }
    }
}
