package org.teleost.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teleost.fixtures.BrokenModel;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.ModelException;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.UnsuitableProblemException;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

class LookaheadTest {
    private static final TinyTiger TIGER = new TinyTiger();
    private static final Budget ENOUGH = Budget.ofEpisodes(30_000);

    /** Where the tiger is seen, every step pays 10: V = 10 / (1 - 0.95) = 200. */
    @Test
    void qmdpHasTheExactValuesOfTiger() {
        Decision decision = Decide.decide("qmdp", TIGER, Decide.tiger(TIGER, 0.7), ENOUGH);
        assertThat(Decide.value(decision, TinyTiger.LISTEN)).isCloseTo(-1.0 + 0.95 * 200.0, within(0.1));
        assertThat(Decide.value(decision, TinyTiger.OPEN_LEFT))
                .isCloseTo(0.7 * -100.0 + 0.3 * 10.0 + 0.95 * 200.0, within(0.2));
        assertThat(Decide.value(decision, TinyTiger.OPEN_RIGHT))
                .isCloseTo(0.7 * 10.0 + 0.3 * -100.0 + 0.95 * 200.0, within(0.2));
    }

    /** Opening is worth 110 p - 100, listening -1: it pays from p = 0.9. */
    @Test
    void qmdpOpensFromTheExactProbability() {
        assertThat(Decide.decide("qmdp", TIGER, Decide.tiger(TIGER, 0.89), ENOUGH).action)
                .isEqualTo(TinyTiger.LISTEN);
        assertThat(Decide.decide("qmdp", TIGER, Decide.tiger(TIGER, 0.91), ENOUGH).action)
                .isEqualTo(TinyTiger.OPEN_RIGHT);
    }

    @Test
    void oneStepOnNothingSeesTheRewardAlone() {
        Decision decision = Decide.decide(
                "lookahead",
                Map.of(),
                TIGER,
                Decide.settings().with(s -> s.leafValue = LeafRule.ZERO),
                Decide.tiger(TIGER, 0.7),
                ENOUGH,
                0);
        assertThat(Decide.value(decision, TinyTiger.LISTEN)).isEqualTo(-1.0);
        assertThat(Decide.value(decision, TinyTiger.OPEN_RIGHT)).isCloseTo(-23.0, within(0.1));
    }

    /** The leaf value is read from the history after the observation: a look is worth 0.95 E|...| - 1. */
    @Test
    void theLeafSeesTheHistoryThatTheStepMade() {
        HiddenCoin coin = new HiddenCoin();
        Decision decision = Decide.decide("lookahead", coin, Decide.initial(coin), ENOUGH);
        assertThat(decision.action).isEqualTo(HiddenCoin.LOOK_0);
        assertThat(decision.simulatedActions).isEqualTo(2);
        assertThat(decision.value).isCloseTo(-1.0 + 0.95 * 6.0, within(1e-4));
        assertThat(Decide.value(decision, HiddenCoin.GUESS_HEADS)).isNaN();
    }

    @Test
    void qmdpRefusesWhatCannotBeEnumeratedInOneLine() {
        TinyTiger endless = new TinyTiger() {
            @Override
            public void sampleInitial(State state, RandomStream stream) {
                state.ints[0] = (int) stream.nextLong();
            }
        };
        assertThatThrownBy(() -> Decide.decide("qmdp", endless, Decide.tiger(TIGER, 0.5), ENOUGH))
                .isInstanceOf(UnsuitableProblemException.class)
                .hasMessage("the states of tiny-tiger are too many to enumerate");
    }

    @Test
    void aBrokenModelIsNamed() {
        BrokenModel broken = BrokenModel.tiger(BrokenModel.Fault.NAN_REWARD);
        assertThatThrownBy(() -> Decide.decide("lookahead", broken, Decide.tiger(TIGER, 0.5), ENOUGH))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("broken-tiny-tiger")
                .hasMessageContaining("reward=NaN");
        BrokenModel stuck = BrokenModel.tiger(BrokenModel.Fault.NO_LEGAL_ACTION);
        assertThatThrownBy(() -> Decide.decide("lookahead", stuck, Decide.tiger(TIGER, 0.5), ENOUGH))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no action is legal");
    }
}
