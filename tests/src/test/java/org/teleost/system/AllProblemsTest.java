package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.Finding.Severity;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.World;

/** What every registered problem must keep. */
@Timeout(120)
class AllProblemsTest {
    private static final String[] EXPECTED = {
        "tiger", "rocksample-4-4", "rocksample-7-8", "rocksample-11-11", "mars-20", "mars-50", "navigation", "crowdnav"
    };

    /** One instance each for all tests: what a planner finds out about a model before it plans is found out once. */
    private static final Map<String, Instance> INSTANCES = new HashMap<>();

    private static Instance instance(Problem problem) {
        return INSTANCES.computeIfAbsent(problem.name(), unused -> problem.instance(3));
    }

    @AfterAll
    static void forget() {
        INSTANCES.clear();
    }

    static Stream<Problem> problems() {
        return Problems.all().stream();
    }

    @Test
    void theBenchmarkProblemsAreRegisteredOnceUnderTheirNames() {
        assertThat(problems().map(Problem::name)).contains(EXPECTED).doesNotHaveDuplicates();
        assertThat(problems()).allSatisfy(problem -> {
            assertThat(problem.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(problem.summary()).isNotBlank();
            assertThat(problem.defaultSteps()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("problems")
    void decisionsAreTheSameBitsForAnyNumberOfThreads(Problem problem) {
        Instance instance = instance(problem);
        long expected = digest(problem, instance, 1);
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(digest(problem, instance, threads))
                    .as("threads=%d", threads)
                    .isEqualTo(expected);
        }
    }

    // three decisions with what the world answers in between
    private static long digest(Problem problem, Instance instance, int threads) {
        PlannerSettings settings = settings(problem).withThreads(threads);
        BeliefUpdater updater = instance.updater(settings);
        ParticleBelief belief = new ParticleBelief(instance.model().layout(), settings.particles());
        updater.initialise(belief);
        World world = instance.world(5);
        Outcome outcome = new Outcome();
        Decision decision = new Decision();
        long hash = 0;
        try (Planner planner = new Planner(instance.model(), settings)) {
            for (int step = 0; step < 3 && !outcome.terminal; step++) {
                planner.plan(belief, Budget.parse("600ep"), decision);
                hash = decision.digest(hash);
                boolean box = decision.lanes.length > 0;
                int action = box ? 0 : decision.action;
                if (box) {
                    updater.executing(decision.lanes);
                    world.step(decision.lanes, outcome);
                } else {
                    world.step(action, outcome);
                }
                updater.update(belief, action, outcome.observation, world.percept());
            }
        }
        return hash;
    }

    private static PlannerSettings settings(Problem problem) {
        return problem.defaultSettings().withParticles(1_000).with(s -> s.memoryBytes = 64L << 20);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theModelPassesTheConformanceKit(Problem problem) {
        GenerativeModel model = problem.instance(1).model();
        ConformanceSettings settings = ConformanceSettings.defaults().with(s -> s.samples = 600);
        assertThat(ModelConformance.check(model, settings).findings(Severity.ERROR))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void oneMillisecondIsEnoughForASimulatedLegalAction(Problem problem) {
        Instance instance = instance(problem);
        PlannerSettings settings = settings(problem).withThreads(2);
        ParticleBelief belief = new ParticleBelief(instance.model().layout(), settings.particles());
        instance.updater(settings).initialise(belief);
        try (Planner planner = new Planner(instance.model(), settings)) {
            for (int i = 0; i < 20; i++) {
                Decision decision = planner.plan(belief, Budget.ofMillis(1));
                if (decision.lanes.length > 0) {
                    instance.model().layout().action().check(decision.lanes);
                } else {
                    assertThat(decision.action).isBetween(0, instance.model().actionCount() - 1);
                }
                assertThat(decision.visits[0]).isPositive();
                assertThat(decision.value).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void valuesAreFiniteAfterManyEpisodes(Problem problem) {
        Instance instance = instance(problem);
        PlannerSettings settings = settings(problem).withThreads(2);
        ParticleBelief belief = new ParticleBelief(instance.model().layout(), settings.particles());
        instance.updater(settings).initialise(belief);
        try (Planner planner = new Planner(instance.model(), settings)) {
            Decision decision = planner.plan(belief, Budget.ofEpisodes(60_000));
            assertThat(decision.value).isFinite();
            for (int row = 0; row < decision.actionRows; row++) {
                assertThat(decision.values[row]).as("row %d", row).isFinite();
                assertThat(decision.standardErrors[row]).as("row %d", row).isFinite();
                assertThat(decision.probabilities[row]).as("row %d", row).isBetween(0.0, 1.0);
            }
        }
    }
}
