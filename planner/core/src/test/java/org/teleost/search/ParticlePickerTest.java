package org.teleost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.StateLayout;

/** Episodes start from a particle as often as its weight says, in every run of consecutive episodes. */
class ParticlePickerTest {
    private static final int EPISODES = 20_000;

    private static double[] shares(double[] weights, long decision, long firstEpisode) {
        ParticleBelief belief = new ParticleBelief(StateLayout.ofInts("id"), weights.length);
        for (int i = 0; i < weights.length; i++) {
            belief.setWeight(i, weights[i]);
        }
        ParticlePicker picker = new ParticlePicker(weights.length);
        picker.start(belief, 7, decision);
        double[] shares = new double[weights.length];
        for (long e = firstEpisode; e < firstEpisode + EPISODES; e++) {
            shares[picker.pick(e)] += 1.0 / EPISODES;
        }
        return shares;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 1_000_003})
    void weightedParticlesAreTakenAsOftenAsTheyWeigh(long decision) {
        double[] weights = {0.0, 0.4, 0.05, 0.3, 0.0, 0.0, 0.2, 0.05, 0.0};
        double[] shares = shares(weights, decision, 17 * decision);
        for (int i = 0; i < weights.length; i++) {
            assertThat(shares[i]).as("particle " + i).isCloseTo(weights[i], within(1e-3));
        }
        assertThat(shares[0] + shares[4] + shares[5] + shares[8]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 4098})
    void equalParticlesAreTakenEquallyOften(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        for (double share : shares(weights, 3, 0)) {
            assertThat(share).isCloseTo(1.0 / n, within(3e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 13, 207, 4098})
    void onlyTheHeaviestCountsWhenTheOthersWeighNothing(int n) {
        for (int heavy : new int[] {0, n / 2, n - 1}) {
            double[] weights = new double[n];
            weights[heavy] = 1.0;
            assertThat(shares(weights, 2, 0)[heavy]).isCloseTo(1.0, within(1e-9));
        }
    }

    @Test
    void anotherDecisionTakesOtherParticles() {
        double[] weights = {0.1, 0.2, 0.3, 0.4};
        ParticleBelief belief = new ParticleBelief(StateLayout.ofInts("id"), 4);
        for (int i = 0; i < 4; i++) {
            belief.setWeight(i, weights[i]);
        }
        StringBuilder taken = new StringBuilder();
        for (long decision = 0; decision < 2; decision++) {
            ParticlePicker picker = new ParticlePicker(4);
            picker.start(belief, 7, decision);
            for (long e = 0; e < 64; e++) {
                taken.append(picker.pick(e));
            }
        }
        assertThat(taken.substring(0, 64)).isNotEqualTo(taken.substring(64));
    }

    @Test
    void weightsThatAreNotNormalisedAreRefused() {
        assertThatThrownBy(() -> shares(new double[] {0.5, 0.4}, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("normalise");
    }
}
