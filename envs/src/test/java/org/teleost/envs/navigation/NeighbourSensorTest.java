package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class NeighbourSensorTest {
    @Test
    void likelihoodSumsToOneOverObservations() {
        double sum = 0.0;
        for (int observation = 0; observation < 256; observation++) {
            sum += Math.exp(NeighbourSensor.logLikelihood(observation, 0b1011_0010));
        }
        assertThat(sum).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void flipsFollowTheLikelihood() {
        int draws = 1_000_000;
        RandomStream stream = new RandomStream(9);
        int[] counts = new int[256];
        for (int i = 0; i < draws; i++) {
            counts[NeighbourSensor.flips(stream.nextDouble())]++;
        }
        for (int mask = 0; mask < 256; mask++) {
            double expected = draws * Math.exp(NeighbourSensor.logLikelihood(mask, 0));
            assertThat((double) counts[mask]).isCloseTo(expected, within(4.5 * Math.sqrt(expected) + 3.0));
        }
        assertThat(NeighbourSensor.flips(Math.nextDown(1.0))).isEqualTo(0xFF);
    }
}
