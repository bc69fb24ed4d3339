package org.teleost.experiments.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.teleost.belief.BeliefHealth;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.corridor.CorridorProblem;
import org.teleost.model.ModelException;
import org.teleost.plan.Decision;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;

class SeriesTest {
    private static final Problem CORRIDOR = CorridorProblem.sound();
    private static final int RIGHT = 1;

    private static RunConfiguration configuration(Problem problem, String... assignments) {
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.ofAssignment("budget=10ep"));
        for (String assignment : assignments) {
            settings.add(Setting.ofAssignment(assignment));
        }
        return Configurator.configure(problem, List.of(), settings);
    }

    private static SeriesOutcome run(Problem problem, BooleanSupplier stop, String... assignments) {
        RunConfiguration configuration = configuration(problem, assignments);
        return new Series(problem, configuration, Policies.named(problem, configuration), new SeriesListener() {}, stop)
                .run(List.of());
    }

    private static SeriesOutcome run(Problem problem, String... assignments) {
        return run(problem, () -> false, assignments);
    }

    @Test
    void discountExponentStartsAtZero() {
        EpisodeResult episode =
                run(CORRIDOR, "policy=always-right", "episodes=1").episodes().get(0);
        assertThat(episode.discountedReturn()).isEqualTo(CorridorProblem.RETURN_OF_ALWAYS_RIGHT);
        assertThat(episode.steps()).extracting(StepRecord::reward).containsExactly(-1.0, -1.0, 10.0);
        assertThat(episode.succeeded()).isTrue();
        assertThat(episode.terminated()).isTrue();
        assertThat(episode.truncated()).isFalse();
        assertThat(episode.metrics()).containsEntry("footsteps", 3.0);
    }

    @Test
    void episodesStopAtExactlyTheStepLimitAndFailedOnesCount() {
        SeriesOutcome outcome = run(CORRIDOR, "policy=always-left", "episodes=3", "steps=4");
        assertThat(outcome.episodes()).hasSize(3);
        for (EpisodeResult episode : outcome.episodes()) {
            assertThat(episode.steps()).hasSize(4);
            assertThat(episode.succeeded()).isFalse();
            assertThat(episode.truncated()).isTrue();
            assertThat(episode.discountedReturn()).isCloseTo(-1.875, within(1e-12));
        }
    }

    @Test
    void seedsDependOnTheIndexOnly() {
        List<EpisodeResult> all = run(CORRIDOR, "policy=random", "episodes=4").episodes();
        List<EpisodeResult> tail =
                run(CORRIDOR, "policy=random", "episodes=2", "firstEpisode=2").episodes();
        assertThat(tail)
                .extracting(EpisodeResult::digest)
                .containsExactly(all.get(2).digest(), all.get(3).digest());
        assertThat(all.get(3).seed()).isEqualTo(RandomStream.derive(1, 7));
        assertThat(EpisodeSeeds.of(9, 2).instance()).isEqualTo(RandomStream.derive(9, 4));
    }

    @Test
    void finishedEpisodesAreNotRunAgain() {
        RunConfiguration configuration = configuration(CORRIDOR, "policy=random", "episodes=4");
        List<EpisodeResult> all = run(CORRIDOR, "policy=random", "episodes=4").episodes();
        List<Integer> started = new ArrayList<>();
        SeriesListener listener = new SeriesListener() {
            @Override
            public void episodeFinished(EpisodeResult result) {
                started.add(result.episode());
            }
        };
        SeriesOutcome outcome = new Series(
                        CORRIDOR, configuration, Policies.named(CORRIDOR, configuration), listener, () -> false)
                .run(List.of(all.get(0), all.get(2)));
        assertThat(started).containsExactly(1, 3);
        assertThat(outcome.episodes())
                .extracting(EpisodeResult::digest)
                .isEqualTo(all.stream().map(EpisodeResult::digest).toList());
    }

    @Test
    void aStopRequestGivesUpTheRunningEpisodeAndKeepsTheOthers() {
        int[] asked = {0};
        SeriesOutcome outcome = run(CORRIDOR, () -> ++asked[0] > 7, "policy=always-right", "episodes=5");
        assertThat(outcome.interrupted()).isTrue();
        assertThat(outcome.episodes()).hasSize(1);
    }

    @Test
    void aModelThatThrowsEndsTheSeriesWithItsPlace() {
        SeriesOutcome outcome = run(CorridorProblem.throwing(), "policy=always-right", "episodes=2");
        assertThat(outcome.episodes()).isEmpty();
        assertThat(outcome.failure().orElseThrow())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("model=corridor action=1 (a1) step=1")
                .hasMessageContaining("floor missing");
    }

    @Test
    void rewardsThatAreNotFiniteAreRefused() {
        SeriesOutcome outcome = run(CorridorProblem.notFinite(), "policy=always-right", "episodes=2");
        assertThat(outcome.failure().orElseThrow()).hasMessageContaining("reward is NaN");
    }

    @Test
    void theBeliefIsNotUpdatedAfterTheEnd() {
        List<Long> heard = new ArrayList<>();
        Policy policy = new Policy() {
            @Override
            public void decide(Decision out) {
                out.action = RIGHT;
            }

            @Override
            public BeliefHealth observe(int action, long observation, float[] percept) {
                heard.add(observation);
                return null;
            }
        };
        RunConfiguration configuration = configuration(CORRIDOR, "episodes=1");
        new Series(CORRIDOR, configuration, (i, w, s) -> policy, new SeriesListener() {}, () -> false).run(List.of());
        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void anActionThatDoesNotExistIsReported() {
        RunConfiguration configuration = configuration(CORRIDOR, "episodes=1");
        SeriesOutcome outcome = new Series(
                        CORRIDOR,
                        configuration,
                        (i, w, s) -> out -> out.action = 7,
                        new SeriesListener() {},
                        () -> false)
                .run(List.of());
        assertThat(outcome.failure().orElseThrow()).hasMessageContaining("chose action 7; allowed 0 to 1");
    }

    @Test
    void unknownPoliciesGetASuggestion() {
        RunConfiguration configuration = configuration(CORRIDOR, "policy=alway-right");
        assertThatThrownBy(() -> Policies.named(CORRIDOR, configuration))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("did you mean 'always-right'?");
    }

    @Test
    void thePlannerWalksToTheEnd() {
        SeriesOutcome outcome = run(CORRIDOR, "episodes=2", "budget=2000ep");
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.episodes()).allMatch(EpisodeResult::succeeded);
    }
}
