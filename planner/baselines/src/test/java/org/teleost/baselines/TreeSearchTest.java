package org.teleost.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.fixtures.DeepTerminal;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.TinyTiger;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.settings.LeafRule;

/** What every search that builds a tree must find. */
class TreeSearchTest {
    private static final TinyTiger TIGER = new TinyTiger();
    private static final Budget ENOUGH = Budget.ofEpisodes(100_000);

    private static Decision decide(String solver, double left, LeafRule leaf) {
        return Decide.decide(
                solver,
                Map.of(),
                TIGER,
                Decide.settings().with(s -> s.leafValue = leaf),
                Decide.tiger(TIGER, left),
                ENOUGH,
                0);
    }

    private static int action(String solver, double left) {
        return decide(solver, left, LeafRule.ZERO).action;
    }

    /** As the exact policy of Tiger does: at a net lead of three hearings, P = 0.9945, and not at one, 0.85. */
    @ParameterizedTest
    @ValueSource(strings = {"pomcp", "pomcpow", "despot", "sparse-pft"})
    void opensAtALeadOfThreeHearings(String solver) {
        assertThat(action(solver, 0.5)).isEqualTo(TinyTiger.LISTEN);
        assertThat(action(solver, 0.85)).isEqualTo(TinyTiger.LISTEN);
        assertThat(action(solver, 0.9945)).isEqualTo(TinyTiger.OPEN_RIGHT);
        assertThat(action(solver, 0.0055)).isEqualTo(TinyTiger.OPEN_LEFT);
    }

    /** Without a leaf value all that is beyond the tree is lost, with the clairvoyant one it is too much. */
    @ParameterizedTest
    @ValueSource(strings = {"pomcp", "pomcpow", "despot", "sparse-pft"})
    void theLeafValueCarriesTheHorizon(String solver) {
        Decision nothing = decide(solver, 0.5, LeafRule.ZERO);
        assertThat(nothing.action).isEqualTo(TinyTiger.LISTEN);
        assertThat(nothing.value).isLessThan(TinyTiger.EXACT_VALUE);
        assertThat(decide(solver, 0.5, LeafRule.BOUND).value).isGreaterThan(TinyTiger.EXACT_VALUE);
    }

    /** A chain with one action is an exact sum. */
    @ParameterizedTest
    @ValueSource(strings = {"pomcp", "pomcpow", "despot", "sparse-pft"})
    void oneActionIsAnExactSum(String solver) {
        OneActionChain chain = new OneActionChain(12);
        Decision decision = Decide.decide(solver, chain, Decide.initial(chain), Budget.ofEpisodes(20_000));
        assertThat(decision.value).isCloseTo(chain.exactValue(), within(0.05 * Math.abs(chain.exactValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pomcp", "pomcpow", "despot", "sparse-pft"})
    void rewardsAtTheEndOfADeepPathAreFound(String solver) {
        DeepTerminal deep = new DeepTerminal(3);
        Decision decision = Decide.decide(
                solver,
                Map.of(),
                deep,
                Decide.settings().with(s -> s.leafValue = LeafRule.ZERO),
                Decide.initial(deep),
                ENOUGH,
                0);
        assertThat(decision.action).isZero();
        assertThat(decision.value).isCloseTo(deep.exactValue(), within(0.3));
    }

    /** Guesses are legal after the first look only, and history lanes follow every simulated history. */
    @ParameterizedTest
    @ValueSource(strings = {"pomcp", "pomcpow", "despot", "sparse-pft"})
    void legalActionsAndHistoriesAreKept(String solver) {
        HiddenCoin coin = new HiddenCoin();
        Decision decision = Decide.decide(solver, coin, Decide.initial(coin), ENOUGH);
        assertThat(decision.action).isEqualTo(HiddenCoin.LOOK_0);
        assertThat(decision.simulatedActions).isEqualTo(2);
        // two or three looks at 0.8 each, then a guess: 6 after one look, about 6.3 with the better stopping rule
        assertThat(decision.value).isBetween(4.5, 6.5);
    }
}
