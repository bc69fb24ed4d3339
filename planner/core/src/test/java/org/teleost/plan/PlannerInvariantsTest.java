package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.fixtures.AllTerminal;
import org.teleost.fixtures.DeepTerminal;
import org.teleost.fixtures.DuplicatedObservations;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.OffsetModel;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.RelabelledActions;
import org.teleost.fixtures.RiskySafe;
import org.teleost.fixtures.ScaledModel;
import org.teleost.fixtures.SingleNodeLevel;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings.EtaUnit;

/** What must hold whatever the model. */
class PlannerInvariantsTest {
    private static final Budget BUDGET = Budget.ofEpisodes(4_000);

    static Stream<GenerativeModel> models() {
        return Stream.of(
                new TinyTiger(),
                new HiddenCoin(),
                new HiddenNumber(),
                new RiskySafe(),
                new DeepTerminal(4),
                new SingleNodeLevel(),
                new OneActionChain(6),
                new AllTerminal(1.0, -2.0, 0.5),
                new TemptingHeuristic());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRewardShiftChangesNoDecisionAndEveryValueByShiftOverOneMinusDiscount(GenerativeModel model) {
        for (EtaUnit unit : EtaUnit.values()) {
            PlannerSettings settings = Plans.SMALL.with(s -> s.etaUnit = unit);
            Decision plain = Plans.decide(model, settings, BUDGET);
            OffsetModel shifted = new OffsetModel(model, 3.7);
            Decision moved = Plans.decide(shifted, settings, BUDGET);
            assertThat(moved.action).isEqualTo(plain.action);
            assertThat(moved.actions).isEqualTo(plain.actions);
            assertThat(moved.visits).isEqualTo(plain.visits);
            assertThat(moved.value).isCloseTo(plain.value + shifted.valueOffset(), within(1e-6));
            for (int i = 0; i < plain.actionRows; i++) {
                assertThat(moved.values[i]).isCloseTo(plain.values[i] + shifted.valueOffset(), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRewardScaleChangesNothingWhenEtaIsInUnitsOfTheValueRange(GenerativeModel model) {
        PlannerSettings settings = Plans.SMALL.with(s -> s.etaUnit = EtaUnit.VALUE_RANGE);
        Decision plain = Plans.decide(model, settings, BUDGET);
        for (double factor : new double[] {0x1p-20, 8.0, 0x1p30}) {
            assertScaled(plain, Plans.decide(new ScaledModel(model, factor), settings, BUDGET), factor);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRewardScaleChangesNothingWhenEtaIsDividedByIt(GenerativeModel model) {
        PlannerSettings perReward = Plans.SMALL.with(s -> {
            s.eta = 0.2;
            s.etaUnit = EtaUnit.REWARD;
        });
        Decision plain = Plans.decide(model, perReward, BUDGET);
        for (double factor : new double[] {0.25, 16.0}) {
            PlannerSettings settings = perReward.with(s -> s.eta /= factor);
            assertScaled(plain, Plans.decide(new ScaledModel(model, factor), settings, BUDGET), factor);
        }
    }

    // a power of two leaves every rounding as it was, so this is exact
    private static void assertScaled(Decision plain, Decision scaled, double factor) {
        assertThat(scaled.action).isEqualTo(plain.action);
        assertThat(scaled.actions).isEqualTo(plain.actions);
        assertThat(scaled.visits).isEqualTo(plain.visits);
        assertThat(scaled.probabilities).isEqualTo(plain.probabilities);
        assertThat(scaled.value).isEqualTo(plain.value * factor);
        for (int i = 0; i < plain.actionRows; i++) {
            assertThat(scaled.values[i]).isEqualTo(plain.values[i] * factor);
            assertThat(scaled.standardErrors[i]).isEqualTo(plain.standardErrors[i] * factor);
        }
    }

    @Test
    void relabelledActionsGiveTheSameDecisionUnderOtherNames() {
        HiddenCoin model = new HiddenCoin();
        RelabelledActions relabelled = new RelabelledActions(model, 3, 1, 0, 2);
        Decision plain = Plans.decide(model, 6_000);
        Decision renamed = Plans.decide(relabelled, 6_000);
        assertThat(relabelled.inner(renamed.action)).isEqualTo(plain.action);
        assertThat(renamed.actionRows).isEqualTo(plain.actionRows);
        for (int i = 0; i < plain.actionRows; i++) {
            assertThat(relabelled.inner(renamed.actions[i])).isEqualTo(plain.actions[i]);
        }
        assertThat(renamed.visits).isEqualTo(plain.visits);
        assertThat(renamed.values).isEqualTo(plain.values);
        assertThat(renamed.value).isEqualTo(plain.value);
    }

    @Test
    void anObservationLabelSplitInTwoLeavesTheRootValuesAlone() {
        PlannerSettings settings = Plans.SMALL.with(s -> s.maxDepth = 3);
        Budget budget = Budget.ofEpisodes(100_000);
        Decision plain = Plans.decide(new TinyTiger(), settings, budget);
        Decision split = Plans.decide(new DuplicatedObservations(new TinyTiger(), 0), settings, budget);
        assertThat(split.action).isEqualTo(plain.action);
        assertThat(Plans.valueOf(split, TinyTiger.LISTEN))
                .isCloseTo(Plans.valueOf(plain, TinyTiger.LISTEN), within(0.2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void aChainOfOneActionIsWorthItsExactSum(int length) {
        OneActionChain chain = new OneActionChain(length);
        Decision decision = Plans.decide(chain, Plans.SMALL, Budget.ofPasses(length + 1));
        assertThat(decision.value).isCloseTo(chain.exactValue(), within(1e-9));
        assertThat(decision.values[0]).isCloseTo(chain.exactValue(), within(1e-9));
        assertThat(decision.standardErrors[0]).isNotNegative();
    }

    @Test
    void aChainLongerThanTheDepthLimitIsWorthTheRewardsWithinIt() {
        OneActionChain chain = new OneActionChain(50);
        Decision decision = Plans.decide(chain, Plans.SMALL.with(s -> s.maxDepth = 7), Budget.ofPasses(30));
        assertThat(decision.value).isCloseTo(chain.valueToDepth(7), within(1e-9));
        assertThat(decision.depth).isEqualTo(7);
    }

    @Test
    void aBatchWhereEveryEpisodeEndsAtOnceHasExactValuesAndNoFuture() {
        Decision decision = Plans.decide(new AllTerminal(-1.5, 0.25, -7.0), 2_000);
        assertThat(decision.action).isEqualTo(1);
        assertThat(Plans.valueOf(decision, 0)).isEqualTo(-1.5);
        assertThat(Plans.valueOf(decision, 1)).isEqualTo(0.25);
        assertThat(Plans.valueOf(decision, 2)).isEqualTo(-7.0);
        assertThat(decision.simulatedSteps).isEqualTo(2_000);
        assertThat(decision.observationRows).isZero();
    }

    @ParameterizedTest
    @MethodSource("models")
    void visitsAddUpAndWeightsSumToOneAtEveryNode(GenerativeModel model) {
        PlannerSettings settings = Plans.SMALL;
        try (Planner planner = new Planner(model, settings)) {
            for (int decision = 0; decision < 3; decision++) {
                planner.plan(Plans.initial(model, settings), BUDGET);
                TreeCheck.visitsAddUp(planner.tree(), false);
                TreeCheck.nodesCountWhatPassesThroughOrStops(planner.tree(), BUDGET.episodes());
                TreeCheck.weightsSumToOne(planner.tree());
            }
        }
    }

    @Test
    void visitsAddUpAndWeightsSumToOneInAFullTree() {
        PlannerSettings settings = Plans.SMALL.with(s -> s.memoryBytes = 1 << 20);
        try (Planner planner = new Planner(new HiddenNumber(), settings)) {
            Decision decision = planner.plan(Plans.initial(new HiddenNumber(), settings), Budget.ofEpisodes(20_000));
            assertThat(decision.treeFull).isTrue();
            TreeCheck.visitsAddUp(planner.tree(), true);
            TreeCheck.weightsSumToOne(planner.tree());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.5, 1.0})
    void valuesAreFiniteForEveryAllowedShareOfExploration(double explore) {
        PlannerSettings settings = Plans.SMALL.with(s -> s.explore = explore);
        try (Planner planner = new Planner(new TinyTiger(), settings)) {
            Decision decision = planner.plan(Plans.initial(new TinyTiger(), settings), BUDGET);
            assertThat(decision.value).isFinite();
            TreeCheck.weightsSumToOne(planner.tree());
        }
    }
}
