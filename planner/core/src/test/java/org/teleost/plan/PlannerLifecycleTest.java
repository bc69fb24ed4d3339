package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.AllTerminal;
import org.teleost.fixtures.BrokenModel;
import org.teleost.fixtures.BrokenModel.Fault;
import org.teleost.fixtures.ForwardingModel;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.ModelException;
import org.teleost.tree.BeliefTree;

/** From construction to close, with models and settings that fail on the way. */
@Timeout(60)
class PlannerLifecycleTest {
    private static final Budget BUDGET = Budget.ofEpisodes(600);

    @Test
    void closeEndsTheThreads() {
        long before = plannerThreads();
        Planner planner = new Planner(new TinyTiger(), Plans.SMALL.withThreads(4));
        assertThat(plannerThreads()).isEqualTo(before + 3);
        assertThat(planner.workerThreadIds()).hasSize(3);
        planner.plan(Plans.initial(new TinyTiger(), Plans.SMALL), BUDGET);
        planner.close();
        assertThat(plannerThreads()).isEqualTo(before);
    }

    @Test
    void twoHundredPlannersLeaveNoThreads() {
        long before = plannerThreads();
        PlannerSettings settings = Plans.SMALL.withThreads(3).withParticles(10).with(s -> s.memoryBytes = 1 << 20);
        ParticleBelief belief = Plans.initial(new TinyTiger(), settings);
        for (int i = 0; i < 200; i++) {
            try (Planner planner = new Planner(new TinyTiger(), settings)) {
                assertThat(planner.plan(belief, Budget.ofEpisodes(40)).action).isNotNegative();
            }
        }
        assertThat(plannerThreads()).isEqualTo(before);
    }

    @Test
    void useAfterCloseIsRefused() {
        Planner planner = new Planner(new TinyTiger(), Plans.SMALL.withThreads(2));
        planner.close();
        planner.close();
        assertThatThrownBy(() -> planner.plan(Plans.initial(new TinyTiger(), Plans.SMALL), BUDGET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("planner is closed");
    }

    @Test
    void aPlannerThatCannotBeBuiltLeavesNoThreads() {
        long before = plannerThreads();
        ForwardingModel noActions = new ForwardingModel(new TinyTiger()) {
            @Override
            public int actionCount() {
                return -1;
            }
        };
        for (int i = 0; i < 5; i++) {
            assertThat(catchThrowable(() -> new Planner(noActions, Plans.SMALL.withThreads(3))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("actionCount=-1");
        }
        assertThat(plannerThreads()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "STEP_THROWS",
                "NAN_REWARD",
                "INFINITE_REWARD",
                "OBSERVATION_TOO_LARGE",
                "OBSERVATION_NEGATIVE",
                "NAN_HEURISTIC",
                "NO_LEGAL_ACTION",
                "PROPOSES_NO_ACTION"
            })
    void aFaultyModelIsReportedWithModelActionStepAndParticle(Fault fault) {
        BrokenModel model = BrokenModel.tiger(fault);
        for (int threads : new int[] {1, 3}) {
            PlannerSettings settings = Plans.SMALL.withThreads(threads);
            try (Planner planner = new Planner(model, settings)) {
                assertThatThrownBy(() -> planner.plan(Plans.initial(model, settings), BUDGET))
                        .as("threads=%d", threads)
                        .isInstanceOf(ModelException.class)
                        .hasMessageMatching("(?s)model=broken-tiny-tiger action=.+ step=\\d+ particle=\\d+: .+");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anErrorOfTheModelIsReportedWithTheModel(int threads) {
        BrokenModel model = BrokenModel.tiger(Fault.STEP_OVERFLOWS_STACK);
        PlannerSettings settings = Plans.SMALL.withThreads(threads);
        try (Planner planner = new Planner(model, settings)) {
            Throwable thrown = catchThrowable(() -> planner.plan(Plans.initial(model, settings), BUDGET));
            assertThat(thrown)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("model=broken-tiny-tiger")
                    .hasCauseInstanceOf(StackOverflowError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aPlannerWorksOnAfterItsModelFailed(int threads) {
        FailingOnce model = new FailingOnce();
        PlannerSettings settings = Plans.SMALL.withThreads(threads);
        ParticleBelief belief = Plans.initial(model, settings);
        Decision before = new Decision();
        Decision after = new Decision();
        try (Planner planner = new Planner(model, settings)) {
            planner.planAs(5, belief, BUDGET, before);
            for (int i = 0; i < 30; i++) {
                model.failing = true;
                assertThatThrownBy(() -> planner.plan(belief, BUDGET)).isInstanceOf(ModelException.class);
                model.failing = false;
                planner.planAs(5, belief, BUDGET, after);
                assertThat(after.digest(0)).isEqualTo(before.digest(0));
            }
        }
    }

    private static final class FailingOnce extends TinyTiger {
        volatile boolean failing;

        @Override
        public void step(
                org.teleost.model.State state,
                int action,
                org.teleost.random.RandomStream stream,
                org.teleost.model.Outcome out) {
            super.step(state, action, stream, out);
            if (failing && action == OPEN_RIGHT) {
                throw new IllegalStateException("out of order");
            }
        }
    }

    @Test
    void tooLittleMemoryNamesTheMinimumAndTheMinimumWorks() {
        long minimum = BeliefTree.minimumBytes();
        PlannerSettings tooSmall = Plans.SMALL.with(s -> s.memoryBytes = minimum - 1);
        assertThatThrownBy(() -> new Planner(new TinyTiger(), tooSmall))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("memoryBytes=" + (minimum - 1))
                .hasMessageContaining("memoryBytes=" + minimum);
        PlannerSettings smallest = Plans.SMALL.with(s -> s.memoryBytes = minimum);
        assertThat(Plans.decide(new TinyTiger(), smallest, BUDGET).action).isNotNegative();
    }

    @Test
    void aFullTreeIsReportedAndTheSearchGoesOnTheSameForAnyNumberOfThreads() {
        PlannerSettings settings = Plans.SMALL.with(s -> s.memoryBytes = 1 << 20);
        Budget budget = Budget.ofEpisodes(30_000);
        Decision expected = Plans.decide(new HiddenNumber(), settings, budget);
        assertThat(expected.treeFull).isTrue();
        assertThat(expected.episodes).isEqualTo(30_000);
        for (int threads : new int[] {2, 3, 8}) {
            Decision decision = Plans.decide(new HiddenNumber(), settings.withThreads(threads), budget);
            assertThat(decision.digest(0)).as("threads=%d", threads).isEqualTo(expected.digest(0));
        }
        assertThat(Plans.decide(new HiddenNumber(), settings, Budget.ofEpisodes(300)).treeFull)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024})
    void aFirstPassLargerThanTheTreeStillExecutesASimulatedAction(int firstPass) {
        AllTerminal model = new AllTerminal(-50.0, 1.0, 5.0);
        PlannerSettings settings = Plans.SMALL.with(s -> {
            s.memoryBytes = BeliefTree.minimumBytes();
            s.firstPassEpisodes = firstPass;
        });
        // the shield allows everything; with it a root without edges is an error and not an endless loop
        try (Planner planner = new Planner(model, settings).withShield((belief, action) -> null)) {
            Decision decision = planner.plan(Plans.initial(model, settings), Budget.ofPasses(3));
            assertThat(decision.simulatedActions).isEqualTo(3);
            assertThat(decision.action).isEqualTo(2);
            assertThat(decision.value).isFinite();
        }
    }

    @Test
    void aBeliefOfAnotherSizeIsRefused() {
        try (Planner planner = new Planner(new TinyTiger(), Plans.SMALL)) {
            assertThatThrownBy(() -> planner.plan(new ParticleBelief(new TinyTiger().layout(), 7), BUDGET))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("particles=7")
                    .hasMessageContaining("particles=1000");
        }
    }

    @Test
    void aVetoTakesTheNextBestActionAndKeepsTheReason() {
        AllTerminal model = new AllTerminal(1.0, 9.0, 5.0);
        try (Planner planner = new Planner(model, Plans.SMALL)) {
            planner.withShield((belief, action) -> action == 1 ? "too close" : null);
            Decision decision = planner.plan(Plans.initial(model, Plans.SMALL), BUDGET);
            assertThat(decision.action).isEqualTo(2);
            assertThat(decision.vetoedAction).isEqualTo(1);
            assertThat(decision.vetoReason).isEqualTo("too close");
            planner.withShield((belief, action) -> "never");
            assertThatThrownBy(() -> planner.plan(Plans.initial(model, Plans.SMALL), BUDGET))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("never");
        }
    }

    private static long plannerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith("teleost-planner"))
                .count();
    }
}
