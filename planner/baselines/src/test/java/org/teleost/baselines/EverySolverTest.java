package org.teleost.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.AllTerminal;
import org.teleost.fixtures.RiskySafe;
import org.teleost.fixtures.TinyTiger;
import org.teleost.fixtures.ToyModel;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;
import org.teleost.settings.LeafRule;

/** What is promised of every solver of actions with ids that is installed here. */
class EverySolverTest {
    private static final Budget COUNTED = Budget.ofEpisodes(5_000);
    private static final TinyTiger TIGER = new TinyTiger();

    static Stream<String> solvers() {
        return SolverProvider.installed().stream().map(SolverProvider::name).filter(name -> !name.equals("cem"));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void opensTheDoorOfASureTigerAndListensWhenItKnowsNothing(String solver) {
        assertThat(action(solver, 1.0)).isEqualTo(TinyTiger.OPEN_RIGHT);
        assertThat(action(solver, 0.0)).isEqualTo(TinyTiger.OPEN_LEFT);
        assertThat(action(solver, 0.5)).isEqualTo(TinyTiger.LISTEN);
    }

    private static int action(String solver, double left) {
        PlannerSettings settings = Decide.settings().with(s -> s.leafValue = LeafRule.ZERO);
        return Decide.decide(solver, Map.of(), TIGER, settings, Decide.tiger(TIGER, left), Budget.ofEpisodes(30_000), 0)
                .action;
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void countedBudgetsRepeatBitForBitAndOtherSeedsDiffer(String solver) {
        ParticleBelief belief = Decide.tiger(TIGER, 0.7);
        PlannerSettings settings = Decide.settings().with(s -> s.leafValue = LeafRule.ROLLOUT);
        if (solver.equals("qmdp")) {
            settings = Decide.settings();
        }
        Decision first = Decide.decide(solver, Map.of(), TIGER, settings, belief, COUNTED, 7);
        Decision again = Decide.decide(solver, Map.of(), TIGER, settings, belief, COUNTED, 7);
        Decision other = Decide.decide(solver, Map.of(), TIGER, settings.withSeed(2), belief, COUNTED, 7);
        assertThat(again.digest(0)).isEqualTo(first.digest(0));
        assertThat(other.digest(0)).isNotEqualTo(first.digest(0));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSecondDecisionOfOneSolverIsThatOfAFreshOne(String solver) {
        ParticleBelief belief = Decide.tiger(TIGER, 0.6);
        Decision second = new Decision();
        try (Solver opened = Decide.provider(solver).open(TIGER, Decide.settings(), SolverOptions.defaults())) {
            opened.plan(Decide.tiger(TIGER, 0.2), COUNTED, second);
            opened.plan(belief, COUNTED, second);
        }
        Decision fresh = Decide.decide(solver, Map.of(), TIGER, Decide.settings(), belief, COUNTED, 1);
        assertThat(second.digest(0)).isEqualTo(fresh.digest(0));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aTimeLimitIsMet(String solver) {
        Decision out = new Decision();
        try (Solver opened = Decide.provider(solver).open(TIGER, Decide.settings(), SolverOptions.defaults())) {
            long late = Long.MAX_VALUE;
            for (int i = 0; i < 20; i++) {
                opened.plan(Decide.tiger(TIGER, 0.5), Budget.ofMillis(5), out);
                late = Math.min(late, out.overshootNanos);
                assertThat(out.episodes).isPositive();
            }
            // a busy machine delays most decisions by a slice of time, not all of them by several
            assertThat(late).isLessThan(20_000_000);
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void theChanceOfEndingCountsAgainstARisk(String solver) {
        ToyModel toy = new RiskySafe();
        Decision decision = Decide.decide(solver, toy, Decide.initial(toy), COUNTED);
        double[] exact = toy.exactActionValues();
        assertThat(exact[decision.action]).isEqualTo(toy.exactValue());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void endsWhenEveryStepEnds(String solver) {
        ToyModel toy = new AllTerminal(1.0, 3.0, 2.0);
        Decision decision = Decide.decide(solver, toy, Decide.initial(toy), COUNTED);
        assertThat(toy.exactActionValues()[decision.action]).isEqualTo(toy.exactValue());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aBudgetInPassesIsRefused(String solver) {
        assertThatThrownBy(() -> Decide.decide(solver, TIGER, Decide.tiger(TIGER, 0.5), Budget.ofPasses(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3passes");
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void optionsThatItDoesNotKnowAreRefused(String solver) {
        SolverOptions options = new SolverOptions(Map.of("colour", "3"));
        assertThatThrownBy(() -> Decide.provider(solver).open(TIGER, Decide.settings(), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no option 'colour'");
    }
}
