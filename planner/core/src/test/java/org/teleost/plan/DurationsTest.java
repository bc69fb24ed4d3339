package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.ForwardingModel;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.TinyTiger;
import org.teleost.fixtures.ToyModel;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

/** Actions that last: semi-Markov problems whose values are sums over gamma to the power of the time. */
class DurationsTest {
    private static final double GAMMA = ToyModel.DISCOUNT;

    /** Step k of a chain with one action takes k + 1/2 and earns 1: worth the sum of gamma^(k^2 / 2). */
    private static final class SlowingChain extends OneActionChain {
        SlowingChain(int length) {
            super(length);
        }

        @Override
        public double duration(int action, State nextState) {
            return nextState.ints[0] - 0.5;
        }

        static double value(int length) {
            double sum = 0.0;
            for (int k = 0; k < length; k++) {
                sum += Math.pow(GAMMA, k * k / 2.0);
            }
            return sum;
        }
    }

    /** For ever: 1 for a step of length 1, or 2.5 for one of length 3, which is less by the clock. */
    private static class ShortOrLong extends ToyModel {
        static final int SHORT = 0;
        static final int LONG = 1;

        ShortOrLong() {
            super("short-or-long", 2);
        }

        @Override
        public double[] exactActionValues() {
            double best = 1.0 / (1.0 - GAMMA);
            return new double[] {1.0 + GAMMA * best, 2.5 + Math.pow(GAMMA, 3) * best};
        }

        @Override
        public void step(State state, int action, RandomStream random, Outcome out) {
            out.set(action == SHORT ? 1.0 : 2.5, 0, false);
        }

        @Override
        public double duration(int action, State nextState) {
            return action == SHORT ? 1.0 : 3.0;
        }
    }

    /** The same with its value known to the leaves. */
    private static final class WellKnown extends ShortOrLong {
        @Override
        public double heuristicValue(State state) {
            return exactValue();
        }
    }

    /**
     * Nobody sees whether the way takes 1 or 9; at its end there is 10. Staying where one is gives 7.78: less than
     * going, as 10 times the mean of gamma^1 and gamma^9 says, though more than at the mean duration.
     */
    private static final class HiddenPace extends ToyModel {
        static final int GO = 0;
        static final int STAY = 1;

        HiddenPace() {
            super("hidden-pace", 2);
        }

        @Override
        public double[] exactActionValues() {
            return new double[] {valueOfGoing(0.5), 7.78};
        }

        static double valueOfGoing(double fast) {
            return 10.0 * (fast * GAMMA + (1.0 - fast) * Math.pow(GAMMA, 9));
        }

        @Override
        public void sampleInitial(State state, RandomStream random) {
            state.ints[0] = random.nextInt(2);
        }

        @Override
        public void step(State state, int action, RandomStream random, Outcome out) {
            boolean there = state.ints[0] >= 2;
            state.ints[0] += action == GO && !there ? 2 : 0;
            double reward = there ? 10.0 : action == GO ? 0.0 : 7.78;
            out.set(reward, 0, there || action == STAY);
        }

        @Override
        public double duration(int action, State nextState) {
            return nextState.ints[0] == 2 ? 1.0 : 9.0;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void aChainOfOneActionIsWorthItsExactSum(int length) {
        Decision decision = Plans.decide(new SlowingChain(length), Plans.SMALL, Budget.ofPasses(length + 1));
        assertThat(decision.value).isCloseTo(SlowingChain.value(length), within(1e-9));
        assertThat(decision.values[0]).isCloseTo(SlowingChain.value(length), within(1e-9));
    }

    @Test
    void rolloutsKnowHowLongStepsTake() {
        Decision decision = Plans.decide(
                new SlowingChain(8), Plans.SMALL.with(s -> s.leafValue = LeafRule.ROLLOUT), Budget.ofPasses(2));
        assertThat(decision.value).isCloseTo(SlowingChain.value(8), within(1e-9));
    }

    @Test
    void whatTakesLongerIsWorthLess() {
        WellKnown model = new WellKnown();
        Decision decision = Plans.decide(model, 20_000);
        assertThat(decision.action).isEqualTo(ShortOrLong.SHORT);
        assertThat(Plans.valueOf(decision, ShortOrLong.SHORT)).isCloseTo(model.exactActionValues()[0], within(0.1));
        assertThat(Plans.valueOf(decision, ShortOrLong.LONG)).isCloseTo(model.exactActionValues()[1], within(0.6));
        assertThat(Plans.decide(
                                new ForwardingModel(model) {
                                    @Override
                                    public boolean hasDurations() {
                                        return false;
                                    }
                                },
                                20_000)
                        .action)
                .as("without durations")
                .isEqualTo(ShortOrLong.LONG);
    }

    @Test
    void durationsThatNobodySeesCountByTheMeanOfTheDiscount() {
        HiddenPace model = new HiddenPace();
        ParticleBelief belief = Plans.initial(model, Plans.SMALL);
        State state = model.layout().newState();
        double fast = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            fast += state.ints[0] == 0 ? belief.weight(i) : 0.0;
        }
        Decision decision = Plans.decide(model, 20_000);
        assertThat(Plans.valueOf(decision, HiddenPace.GO)).isCloseTo(HiddenPace.valueOfGoing(fast), within(0.05));
        assertThat(decision.action).isEqualTo(HiddenPace.GO);
        assertThat(10.0 * Math.pow(GAMMA, 5)).isLessThan(7.78).isLessThan(HiddenPace.valueOfGoing(fast));
    }

    /** One drive of a length to choose and then 10: going 0 is best, since a long drive takes long. */
    private static final class Drive implements GenerativeModel {
        @Override
        public String name() {
            return "drive";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofInts("place").withActions(ActionBox.of("length", 0.0, 2.0));
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
            return GAMMA;
        }

        @Override
        public void sampleInitial(State state, RandomStream random) {
            state.ints[0] = 0;
        }

        @Override
        public void step(State state, int action, RandomStream random, Outcome out) {
            state.ints[0]++;
            out.set(state.ints[0] == 1 ? state.action[0] : 10.0, 0, state.ints[0] == 2);
        }

        @Override
        public double duration(int action, State nextState) {
            return 1.0 + 10.0 * nextState.action[0];
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return 0.0;
        }
    }

    @Test
    void actionsThatArePointsLastAsLongAsTheirCoordinatesSay() {
        Decision decision = Plans.decide(
                new Drive(), Plans.SMALL.with(s -> s.leafValue = LeafRule.ROLLOUT), Budget.ofEpisodes(20_000));
        assertThat(decision.lanes[0]).isLessThan(0.2f);
        assertThat(decision.value).isCloseTo(10.0 * GAMMA, within(0.1));
    }

    @Test
    void aDurationThatIsNoneIsNamed() {
        assertThatThrownBy(() -> Plans.decide(
                        new TinyTiger() {
                            @Override
                            public double duration(int action, State nextState) {
                                return -2.0;
                            }
                        },
                        100))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("duration=-2.0; it must be positive and finite")
                .hasMessageContaining("model=tiny-tiger");
    }

    @ParameterizedTest
    @EnumSource(
            value = LeafRule.class,
            names = {"BOUND", "LEARNED"})
    void leafValuesThatKnowNoDurationsAreRefused(LeafRule rule) {
        assertThatThrownBy(() -> Plans.decide(
                        new ShortOrLong(), Plans.SMALL.with(s -> s.leafValue = rule), Budget.ofEpisodes(10)))
                .hasMessageContaining("leafValue=" + rule + ": the actions of short-or-long have durations");
    }

    @Test
    void theTreeOfADecisionIsNotKeptWhereItsValuesCountOtherwise() {
        PlannerSettings settings = Plans.SMALL.with(s -> s.reuseTree = true);
        try (Planner planner = new Planner(new ShortOrLong(), settings)) {
            planner.plan(Plans.initial(new ShortOrLong(), settings), Budget.ofEpisodes(2_000));
            assertThat(planner.follow(ShortOrLong.SHORT, 0)).isFalse();
        }
    }
}
