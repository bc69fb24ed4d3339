package org.teleost.experiments.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.experiments.training.point.PointProblem;
import org.teleost.model.ModelException;
import org.teleost.problem.Box;

class EvaluationTest {
    private static final PointProblem POINT = new PointProblem("point", 1);
    private long now;

    private EvaluationResult run(ActionSource source, long seed, int episodes) {
        return new Evaluation(POINT, seed, () -> now += 1000).run(source, episodes, EvaluationObserver.NONE);
    }

    /** Goes to zero as fast as the bounds let it. */
    private static void home(float[] observation, float[] action) {
        action[0] = Math.max(-0.5f, Math.min(0.5f, -observation[0]));
    }

    @Test
    void aGoodPolicySucceedsAndABaselineDoesNot() {
        EvaluationResult good = run(EvaluationTest::home, 2, 20);
        EvaluationResult zero = run(Baseline.ZERO.in(POINT.actionBox()), 2, 20);
        assertThat(good.successRate()).isEqualTo(1.0);
        assertThat(good.returns().mean()).isBetween(-0.5, 0.0);
        assertThat(zero.returns().mean()).isLessThan(-2.0);
        assertThat(zero.successRate()).isLessThan(0.6);
        assertThat(good.stepsMean()).isEqualTo(PointProblem.STEPS);
        assertThat(good.microsecondsPerAction()).isEqualTo(1.0);
        assertThat(zero.worst()).isLessThan(zero.returns().mean());
        assertThat(zero.best()).isGreaterThan(zero.returns().mean());
    }

    @Test
    void episodesFollowFromSeedAndIndexAlone() {
        List<EpisodeScore> few = run(EvaluationTest::home, 3, 4).episodes();
        assertThat(run(EvaluationTest::home, 3, 9).episodes().subList(0, 4)).isEqualTo(few);
        assertThat(run(EvaluationTest::home, 4, 4).episodes()).doesNotContainAnyElementsOf(few);
    }

    @Test
    void randomActionsFillTheBoxAndRepeat() {
        Box box = new Box(new float[] {-1f, 5f}, new float[] {1f, 6f});
        ActionSource source = Baseline.RANDOM.in(box);
        List<Float> drawn = new ArrayList<>();
        float[] action = new float[2];
        for (int i = 0; i < 100; i++) {
            source.startEpisode(i % 50);
            source.act(new float[1], action);
            assertThat(action[0]).isBetween(-1f, 1f);
            assertThat(action[1]).isBetween(5f, 6f);
            drawn.add(action[0]);
        }
        assertThat(drawn.subList(0, 50))
                .isEqualTo(drawn.subList(50, 100))
                .anyMatch(a -> a < -0.8f)
                .anyMatch(a -> a > 0.8f);
    }

    @Test
    void zeroIsTheNearestActionInTheBox() {
        float[] action = new float[2];
        Baseline.ZERO.in(new Box(new float[] {-1f, 5f}, new float[] {1f, 6f})).act(new float[1], action);
        assertThat(action).containsExactly(0f, 5f);
    }

    @Test
    void anEnvironmentThatThrowsIsNamedWithItsPlace() {
        Evaluation evaluation = new Evaluation(PointProblem.BROKEN, 1, () -> 0);
        assertThatThrownBy(() -> evaluation.run(EvaluationTest::home, 1, EvaluationObserver.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("control problem=broken evaluation seed=1 episode=0 step=2")
                .hasMessageContaining("the point is lost");
    }

    @Test
    void observersSeeTheObservationBeforeTheAction() {
        List<Float> before = new ArrayList<>();
        List<Float> after = new ArrayList<>();
        new Evaluation(POINT, 1, () -> 0)
                .run(EvaluationTest::home, 1, (episode, step, observation, action, outcome) -> {
                    before.add(observation[0]);
                    after.add(outcome.observation[0]);
                });
        assertThat(before).hasSize(PointProblem.STEPS);
        assertThat(before.subList(1, before.size())).isEqualTo(after.subList(0, after.size() - 1));
    }
}
