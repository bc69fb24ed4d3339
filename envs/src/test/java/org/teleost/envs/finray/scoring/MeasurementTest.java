package org.teleost.envs.finray.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRayObservation;
import org.teleost.envs.finray.FinRaySettings;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyNetwork;

class MeasurementTest {
    private final FinRay ray = new FinRay(FinRaySetup.of(new FinRaySettings(1000.0, 8, 5, 8, 0.03)));

    @Test
    void averagesWholePeriodsAfterTheDiscardedOnes() {
        List<Double> thrusts = new ArrayList<>();
        Score score = new Measurement(1, 2)
                .of(ray, seen -> 0.1, 5, seen -> {
                    thrusts.add(seen.thrustCoefficient());
                    return true;
                })
                .orElseThrow();

        assertThat(thrusts).hasSize(120);
        double first = mean(thrusts.subList(40, 80));
        double second = mean(thrusts.subList(80, 120));
        assertThat(score.thrustCoefficient()).isCloseTo(0.5 * (first + second), within(1e-12));
        assertThat(score.thrustDeviation()).isCloseTo(0.5 * Math.abs(first - second), within(1e-9));
        assertThat(score.valid()).isTrue();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void endsWithoutAScoreWhenTheWitnessHasSeenEnough() {
        int[] seen = new int[1];

        Optional<Score> score = Measurement.STANDARD.of(ray, control -> 0.0, 0, decided -> ++seen[0] < 7);

        assertThat(score).isEmpty();
        assertThat(seen[0]).isEqualTo(7);
    }

    @Test
    void divergedFlowHasNoScore() {
        FinRay fragile = new FinRay(FinRaySetup.of(new FinRaySettings(1000.0, 8, 3, 8, 0.03)));

        Score score = Measurement.STANDARD.of(
                fragile, seen -> seen.chain().rates[seen.chain().rates.length - 1] > 0.0 ? 1.0 : -1.0, 0);

        assertThat(score.valid()).isFalse();
        assertThat(score.efficiency()).isNaN();
    }

    @Test
    void efficiencyNeedsThrustAndPower() {
        assertThat(new Score(0.5, 2.0, 0.0).efficiency()).isEqualTo(0.25);
        assertThat(new Score(-0.5, 2.0, 0.0).efficiency()).isNaN();
        assertThat(new Score(-0.5, -2.0, 0.0).efficiency()).isNaN();
    }

    @Test
    void objectivesValueTheSameScoreDifferently() {
        Score score = new Score(0.5, 2.0, 0.0);
        assertThat(Objective.THRUST.value(score, 0.2)).isEqualTo(0.5);
        assertThat(Objective.EFFICIENCY.value(score, 0.2)).isEqualTo(0.25);
        assertThat(Objective.BALANCED.value(score, 0.2)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void policySeesTheObservationAndItsActionIsExecuted() {
        // tanh(2 x offset share + 0.5): the seventh observation is the offset in its bound
        PolicyControl control = new PolicyControl(onOffset(FinRayObservation.SIZE));

        ray.start(0);
        assertThat(control.action(ray)).isCloseTo(Math.tanh(0.5), within(1e-5));
        ray.decide(1.0);
        double share = ray.offset() / FinRay.LARGEST_OFFSET;
        assertThat(control.action(ray)).isCloseTo(Math.tanh(2.0 * share + 0.5), within(1e-5));
    }

    /** A linear policy; the two outputs are mean and logarithm of the standard deviation. */
    private static PolicyNetwork onOffset(int observations) {
        float[] weights = new float[2 * observations];
        weights[2 * 6] = 2.0f;
        DenseLayer head = new DenseLayer(observations, 2, weights, new float[] {0.5f, -1.0f}, Activation.NONE);
        return new PolicyNetwork(List.of(head), new float[] {-1.0f}, new float[] {1.0f}, -20.0f, 2.0f, 0);
    }

    @Test
    void policyOfAnotherProblemIsRefused() {
        assertThatThrownBy(() -> new PolicyControl(onOffset(28)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("observations=28 wanted=29");
    }

    @Test
    void periodsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Measurement(-1, 4)).hasMessageContaining("discarded=-1");
        assertThatThrownBy(() -> new Measurement(2, 0)).hasMessageContaining("averaged=0");
    }
}
