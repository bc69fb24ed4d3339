package org.teleost.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teleost.fixtures.DeepTerminal;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.RiskySafe;
import org.teleost.fixtures.TinyTiger;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.settings.LeafRule;

class DespotTest {
    private static final TinyTiger TIGER = new TinyTiger();
    private static final Budget ENOUGH = Budget.ofEpisodes(400_000);

    private static Decision decide(Map<String, String> options, double left) {
        return Decide.decide("despot", options, TIGER, Decide.settings(), Decide.tiger(TIGER, left), ENOUGH, 0);
    }

    /** Its exact policy: open at a net lead of two hearings, P = 0.9698, listen at one. */
    @Test
    void hasTheExactPolicyOfTiger() {
        assertThat(decide(Map.of(), 0.5).action).isEqualTo(TinyTiger.LISTEN);
        assertThat(decide(Map.of(), 0.85).action).isEqualTo(TinyTiger.LISTEN);
        assertThat(decide(Map.of(), 0.9698).action).isEqualTo(TinyTiger.OPEN_RIGHT);
        assertThat(decide(Map.of(), 0.0302).action).isEqualTo(TinyTiger.OPEN_LEFT);
    }

    /** Where nothing is random but the belief, bounds meet and the search ends by itself. */
    @Test
    void boundsMeetAtTheExactValue() {
        DeepTerminal deep = new DeepTerminal(4);
        Decision decision = Decide.decide(
                "despot", Map.of("lambda", "0"), deep, Decide.settings(), Decide.initial(deep), ENOUGH, 0);
        assertThat(decision.value).isCloseTo(deep.exactValue(), within(1e-9));
        assertThat(decision.episodes).isLessThan(100_000);
    }

    /** rho carries lambda once per node of the policy: SAFE is one node. */
    @Test
    void everyNodeOfThePolicyCostsLambda() {
        RiskySafe toy = new RiskySafe();
        Map<String, String> options = Map.of("lambda", "0.25", "rollout", "1");
        Decision decision = Decide.decide(
                "despot",
                options,
                toy,
                Decide.settings().with(s -> s.leafValue = LeafRule.ZERO),
                Decide.initial(toy),
                ENOUGH,
                0);
        assertThat(Decide.value(decision, RiskySafe.SAFE)).isBetween(2.75, 3.0);
        assertThat(Decide.value(decision, RiskySafe.RISKY)).isLessThan(1.5);
    }

    /** A policy that costs more than it earns is not built: the default policy acts, from a tree of one expansion. */
    @Test
    void aHighPriceLeavesTheDefaultPolicy() {
        Decision dear = decide(Map.of("lambda", "1000"), 0.5);
        assertThat(dear.nodes).isLessThanOrEqualTo(7);
        assertThat(decide(Map.of(), 0.5).nodes).isGreaterThan(100);
    }

    @Test
    void legalActionsAndHistoriesAreKept() {
        HiddenCoin coin = new HiddenCoin();
        Decision decision = Decide.decide("despot", coin, Decide.initial(coin), ENOUGH);
        assertThat(decision.action).isEqualTo(HiddenCoin.LOOK_0);
        assertThat(decision.simulatedActions).isEqualTo(2);
    }

    @Test
    void saysItsBoundsAndItsDefaultPolicy() {
        try (Solver tiger = Decide.provider("despot").open(TIGER, Decide.settings(), SolverOptions.defaults());
                Solver coin =
                        Decide.provider("despot").open(new HiddenCoin(), Decide.settings(), SolverOptions.defaults())) {
            assertThat(tiger.method())
                    .contains("upper bound: value of the fully observable problem")
                    .contains("default policy: its action in most scenarios");
            assertThat(coin.method()).contains("the model's leaf value").contains("the model's proposals");
        }
    }
}
