package org.teleost.learn.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class DropoutTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 0.9})
    void dropsItsShareAndKeepsTheMean(double probability) {
        int length = 100_000;
        float[] x = new float[length];
        Arrays.fill(x, 1f);
        new Dropout(new RandomStream(1), probability, length).forward(x, length);

        int zeros = 0;
        double sum = 0.0;
        for (float value : x) {
            zeros += value == 0f ? 1 : 0;
            sum += value;
        }
        double sd = Math.sqrt(probability * (1.0 - probability) / length);
        assertThat((double) zeros / length).isCloseTo(probability, Offset.offset(4.0 * sd));
        assertThat(sum / length).isCloseTo(1.0, Offset.offset(4.0 * sd / (1.0 - probability)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 4098})
    void theGradientIsZeroAndScaledWhereTheOutputIs(int length) {
        Dropout dropout = new Dropout(new RandomStream(2), 0.3, length);
        float[] x = new float[length];
        float[] gradient = new float[length];
        Arrays.fill(x, 1f);
        Arrays.fill(gradient, 2f);
        dropout.forward(x, length);
        dropout.backward(gradient, length);
        for (int i = 0; i < length; i++) {
            assertThat(gradient[i]).isEqualTo(2f * x[i]);
        }
    }
}
