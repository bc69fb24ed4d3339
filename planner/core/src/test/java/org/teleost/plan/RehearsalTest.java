package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.TinyTiger;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
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

    @Test
    void theTigerCostsWhatSeeingItWouldEarn() {
        // who sees it earns 10 a step, 200 in all; who doesn't keeps 19: about 180 where half of the states disagree,
        // and less the further an episode has come
        double price = price(new TinyTiger(), LeafRule.BOUND);
        assertThat(price).isBetween(150.0, 600.0);
        assertThat(price(new TinyTiger(), LeafRule.BOUND)).isEqualTo(price);
    }

    @Test
    void nothingIsPaidWhereStatesAgreeOrArentAsked() {
        assertThat(price(new Harmless(), LeafRule.BOUND)).isZero();
        assertThat(price(new OneActionChain(6), LeafRule.BOUND)).isZero();
        assertThat(price(new TinyTiger(), LeafRule.ROLLOUT)).isZero();
        assertThat(price(new TinyTiger(), LeafRule.ZERO)).isZero();
        assertThat(price(new Unplayable(), LeafRule.BOUND)).isZero();
    }

    @Test
    void leavesWhoseStatesDisagreePromiseLess() {
        double without = promised(0.0);
        double with = promised(price(new TinyTiger(), LeafRule.BOUND));
        double error = Math.abs(with - TinyTiger.EXACT_VALUE);
        assertThat(error).isLessThan(0.5 * Math.abs(without - TinyTiger.EXACT_VALUE));
    }

    private static double promised(double price) {
        TinyTiger tiger = new TinyTiger();
        PlannerSettings settings =
                PlannerSettings.defaults().withSeed(3).withThreads(1).withParticles(200);
        ParticleBelief belief = new ParticleBelief(tiger.layout(), 200);
        belief.sampleInitial(tiger, 1);
        LeafSource leaf = LeafSource.open(tiger, LeafRule.BOUND);
        try (Planner planner = new Planner(tiger, settings, new HostEngine(tiger, settings, leaf, price))) {
            return planner.plan(belief, Budget.ofEpisodes(5_000)).value;
        }
    }

    @Test
    void thePriceIsTold() {
        try (Planner planner = new Planner(
                new TinyTiger(), PlannerSettings.defaults().withThreads(1).with(s -> s.leafValue = LeafRule.BOUND))) {
            assertThat(planner.method()).containsPattern("2 states, less at most [0-9.]+ where the states disagree");
        }
    }
}
