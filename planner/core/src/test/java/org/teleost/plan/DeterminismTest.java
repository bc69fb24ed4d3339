package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.SingleNodeLevel;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;

/** Under a counted budget a decision is a function of belief, seed and number, bit for bit. */
class DeterminismTest {
    private static final int[] THREADS = {2, 3, 8};

    static Stream<GenerativeModel> models() {
        return Stream.of(
                new TinyTiger(), new HiddenCoin(), new HiddenNumber(), new SingleNodeLevel(), new TemptingHeuristic());
    }

    @ParameterizedTest
    @MethodSource("models")
    void anyNumberOfThreadsGivesTheSameBitsAtAwkwardSizes(GenerativeModel model) {
        for (int episodes : new int[] {1, 4, 6, 13, 207, 4098}) {
            long expected = digest(model, Plans.SMALL, Budget.ofEpisodes(episodes));
            for (int threads : THREADS) {
                PlannerSettings settings = Plans.SMALL.withThreads(threads);
                assertThat(digest(model, settings, Budget.ofEpisodes(episodes)))
                        .as("threads=%d episodes=%d", threads, episodes)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 5000})
    void anyFirstPassGivesTheSameBitsOnAnyNumberOfThreads(int firstPass) {
        PlannerSettings settings = Plans.SMALL.with(s -> s.firstPassEpisodes = firstPass);
        Budget budget = Budget.ofEpisodes(firstPass + 60);
        long expected = digest(new HiddenNumber(), settings, budget);
        for (int threads : THREADS) {
            assertThat(digest(new HiddenNumber(), settings.withThreads(threads), budget))
                    .as("threads=%d", threads)
                    .isEqualTo(expected);
        }
    }

    @Test
    void awkwardNumbersOfParticlesGiveTheSameBitsOnAnyNumberOfThreads() {
        for (int particles : new int[] {1, 4, 6, 13, 207, 4098}) {
            PlannerSettings settings = Plans.SMALL.withParticles(particles);
            long expected = digest(new HiddenCoin(), settings, Budget.ofEpisodes(900));
            for (int threads : THREADS) {
                assertThat(digest(new HiddenCoin(), settings.withThreads(threads), Budget.ofEpisodes(900)))
                        .as("threads=%d particles=%d", threads, particles)
                        .isEqualTo(expected);
            }
        }
    }

    // three decisions with a belief update after each
    private static long digest(GenerativeModel model, PlannerSettings settings, Budget budget) {
        ParticleBelief belief = Plans.initial(model, settings);
        ParticleFilter filter = new ParticleFilter(model, settings.particles(), settings.seed());
        Decision decision = new Decision();
        long hash = 0;
        try (Planner planner = new Planner(model, settings)) {
            for (int step = 0; step < 3; step++) {
                planner.plan(belief, budget, decision);
                hash = decision.digest(hash);
                filter.update(belief, 0, decision.observationRows > 0 ? decision.observations[0] : 0, new float[0]);
            }
        }
        return hash;
    }

    @Test
    void aRecordedDecisionIsRepeatedByItsNumber() {
        GenerativeModel model = new HiddenNumber();
        ParticleBelief belief = Plans.initial(model, Plans.SMALL);
        Budget budget = Budget.ofEpisodes(1_500);
        long[] recorded = new long[4];
        try (Planner planner = new Planner(model, Plans.SMALL.withThreads(2))) {
            for (int i = 0; i < recorded.length; i++) {
                recorded[i] = planner.plan(belief, budget).digest(0);
            }
        }
        assertThat(recorded).doesNotHaveDuplicates();
        Decision again = new Decision();
        try (Planner planner = new Planner(model, Plans.SMALL.withThreads(3))) {
            for (int i : new int[] {3, 0, 2, 1}) {
                planner.planAs(i, belief, budget, again);
                assertThat(again.digest(0)).as("decision %d", i).isEqualTo(recorded[i]);
            }
        }
    }

    @Test
    void whatAPlannerDidBeforeDoesNotChangeADecision() {
        ParticleBelief belief = Plans.initial(new HiddenNumber(), Plans.SMALL);
        Decision fresh = new Decision();
        Decision used = new Decision();
        try (Planner planner = new Planner(new HiddenNumber(), Plans.SMALL)) {
            planner.planAs(7, belief, Budget.ofEpisodes(500), fresh);
        }
        try (Planner planner = new Planner(new HiddenNumber(), Plans.SMALL)) {
            for (int episodes : new int[] {20_000, 10, 3_000, 1}) {
                planner.plan(belief, Budget.ofEpisodes(episodes));
            }
            planner.planAs(7, belief, Budget.ofEpisodes(500), used);
        }
        assertThat(used.digest(0)).isEqualTo(fresh.digest(0));
    }

    @Test
    void theDigestSeesEveryFieldButTheClockAndReasons() throws IllegalAccessException {
        Set<String> unseen = Set.of("planningNanos", "overshootNanos", "vetoReason", "fallbackReason");
        for (Field field : Decision.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isArray()) {
                continue;
            }
            Decision changed = new Decision();
            set(changed, field);
            assertThat(changed.digest(0) != new Decision().digest(0))
                    .as("the digest sees %s", field.getName())
                    .isEqualTo(!unseen.contains(field.getName()));
        }
    }

    private static void set(Decision decision, Field field) throws IllegalAccessException {
        Class<?> type = field.getType();
        if (type == int.class) {
            field.setInt(decision, 3);
        } else if (type == long.class) {
            field.setLong(decision, 3L);
        } else if (type == double.class) {
            field.setDouble(decision, 0.5);
        } else if (type == boolean.class) {
            field.setBoolean(decision, true);
        } else {
            field.set(decision, "reason");
        }
    }

    @Test
    void theDigestSeesEveryRowOfTheTables() {
        List<Decision> changed = Stream.generate(Decision::new).limit(6).toList();
        changed.forEach(decision -> {
            decision.actionRows = 2;
            decision.observationRows = 2;
        });
        long plain = changed.get(0).digest(0);
        changed.get(0).actions[1] = 5;
        changed.get(1).visits[1] = 5;
        changed.get(2).values[1] = 5.0;
        changed.get(3).standardErrors[1] = 5.0;
        changed.get(4).probabilities[1] = 0.5;
        changed.get(5).observationProbabilities[1] = 0.5;
        assertThat(changed)
                .allSatisfy(decision -> assertThat(decision.digest(0)).isNotEqualTo(plain));
    }
}
