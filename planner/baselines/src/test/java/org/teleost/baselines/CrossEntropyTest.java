package org.teleost.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.UnsuitableProblemException;
import org.teleost.random.RandomStream;

class CrossEntropyTest {
    /**
     * Two moves along a line, then it is over: minus the squared distance to a goal at 1.5, give or take 0.1. The first
     * move has a price that alone would keep it at 0.
     */
    private static class TwoMoves implements GenerativeModel {
        @Override
        public String name() {
            return "two-moves";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofFloats("goal", "at", "moves").withActions(ActionBox.of("move", -1, 1));
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
            return 1.0;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            state.floats[0] = 1.5f + 0.1f * (float) stream.nextGaussian();
            state.floats[1] = 0.0f;
            state.floats[2] = 0.0f;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            state.floats[1] += state.action[0];
            state.floats[2]++;
            boolean last = state.floats[2] == 2.0f;
            double off = state.floats[1] - state.floats[0];
            out.set(last ? -off * off : -0.01 * Math.abs(state.action[0]), 0, last);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return 0.0;
        }

        @Override
        public double heuristicValue(State state) {
            return 0.0;
        }
    }

    private static final TwoMoves MODEL = new TwoMoves();

    private static Decision decide(Map<String, String> options, Budget budget) {
        return Decide.decide("cem", options, MODEL, Decide.settings(), Decide.initial(MODEL), budget, 0);
    }

    /** The second move reaches 1 at most, so the first has to be 0.5 or more, and 0.5 costs least. */
    @Test
    void findsTheFirstMoveOfTheBestPlan() {
        Decision decision = decide(Map.of("horizon", "2"), Budget.ofEpisodes(100_000));
        assertThat(decision.lanes).hasSize(1);
        assertThat(decision.lanes[0]).isCloseTo(0.5f, within(0.08f));
        assertThat(decision.rowLanes[0]).isEqualTo(decision.lanes[0]);
        assertThat(decision.value).isCloseTo(-0.005 - 0.01, within(0.006));
        assertThat(decision.episodes).isBetween(90_000L, 100_000L);
    }

    @Test
    void oneStepSeesThePriceOfTheMoveAlone() {
        Decision decision = decide(Map.of(), Budget.ofEpisodes(50_000));
        assertThat(decision.lanes[0]).isCloseTo(0.0f, within(0.08f));
    }

    @Test
    void countedBudgetsRepeatBitForBitWhateverWasDecidedBefore() {
        ParticleBelief belief = Decide.initial(MODEL);
        Budget budget = Budget.ofEpisodes(5_000);
        Decision second = new Decision();
        try (Solver opened = Decide.provider("cem").open(MODEL, Decide.settings(), SolverOptions.defaults())) {
            opened.plan(belief, budget, second);
            opened.plan(belief, budget, second);
        }
        Decision fresh = Decide.decide("cem", Map.of(), MODEL, Decide.settings(), belief, budget, 1);
        assertThat(second.digest(0)).isEqualTo(fresh.digest(0));
        Decision other = Decide.decide("cem", Map.of(), MODEL, Decide.settings().withSeed(2), belief, budget, 1);
        assertThat(other.digest(0)).isNotEqualTo(fresh.digest(0));
    }

    @Test
    void theSmallestBudgetHasAnAnswerAndATimeLimitIsMet() {
        assertThat(decide(Map.of(), Budget.ofEpisodes(1)).visits[0]).isEqualTo(1);
        long late = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            late = Math.min(late, decide(Map.of(), Budget.ofMillis(5)).overshootNanos);
        }
        assertThat(late).isLessThan(20_000_000);
    }

    @Test
    void idsAreRefusedHereAndBoxesElsewhere() {
        TinyTiger tiger = new TinyTiger();
        assertThatThrownBy(() -> Decide.decide("cem", tiger, Decide.tiger(tiger, 0.5), Budget.ofEpisodes(10)))
                .isInstanceOf(UnsuitableProblemException.class)
                .hasMessage("the actions of " + tiger.name() + " are ids");
        assertThatThrownBy(() -> Decide.decide("voi", MODEL, Decide.initial(MODEL), Budget.ofEpisodes(10)))
                .isInstanceOf(UnsuitableProblemException.class)
                .hasMessage("the actions of two-moves are continuous");
    }
}
