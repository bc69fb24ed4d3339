package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class ExplorationNoiseTest {
    private static final int STEPS = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 13})
    void numbersAreStandardNormalWhateverTheSpan(int span) {
        double[] values = series(span);
        double mean = 0.0;
        double square = 0.0;
        for (double value : values) {
            mean += value / STEPS;
            square += value * value / STEPS;
        }
        double tolerance = 4.0 * Math.sqrt((double) span / STEPS);
        assertThat(mean).isCloseTo(0.0, within(tolerance));
        assertThat(square).isCloseTo(1.0, within(2.0 * tolerance));
    }

    @Test
    void correlationFallsInAStraightLineToNothingAtTheSpan() {
        double[] values = series(8);
        for (int lag : new int[] {1, 2, 4, 8, 12}) {
            double product = 0.0;
            for (int i = lag; i < STEPS; i++) {
                product += values[i] * values[i - lag] / (STEPS - lag);
            }
            assertThat(product).as("lag %d", lag).isCloseTo(Math.max(0.0, 1.0 - lag / 8.0), within(0.1));
        }
    }

    @Test
    void aSpanOfOneGivesTheNumbersOfTheStream() {
        ExplorationNoise noise = new ExplorationNoise(5, 1, 2);
        RandomStream stream = new RandomStream(0);
        stream.startEpisode(5, 3, 7);
        assertThat(noise.normal(3, 7)).containsExactly(stream.nextGaussian(), stream.nextGaussian());
    }

    @Test
    void aStepsNumbersDependOnNothingBeforeIt() {
        ExplorationNoise noise = new ExplorationNoise(5, 6, 1);
        double expected = noise.normal(2, 40)[0];
        noise.normal(9, 3);
        assertThat(noise.normal(2, 40)[0]).isEqualTo(expected);
    }

    @Test
    void uniformActionsAreKeptForTheSpan() {
        ExplorationNoise noise = new ExplorationNoise(5, 4, 1);
        float[] actions = new float[12];
        float[] action = new float[1];
        for (int step = 0; step < actions.length; step++) {
            noise.uniform(0, step, action);
            actions[step] = action[0];
        }
        for (int step = 0; step < actions.length; step++) {
            assertThat(actions[step]).isBetween(-1.0f, 1.0f).isEqualTo(actions[step - step % 4]);
        }
        assertThat(actions[0]).isNotEqualTo(actions[4]);
    }

    private static double[] series(int span) {
        ExplorationNoise noise = new ExplorationNoise(11, span, 1);
        double[] values = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            values[step] = noise.normal(0, step)[0];
        }
        return values;
    }
}
