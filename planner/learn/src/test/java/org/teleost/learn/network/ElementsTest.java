package org.teleost.learn.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class ElementsTest {
    private static float[] random(int length, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 4098})
    void reluAndItsGradientAgreeWithThePlainForm(int length) {
        float[] x = random(length, 1);
        float[] y = x.clone();
        float[] gradient = random(length, 2);
        float[] expected = gradient.clone();
        Elements.relu(y, length);
        Elements.reluGradient(gradient, y, length);
        for (int i = 0; i < length; i++) {
            assertThat(y[i]).isEqualTo(x[i] > 0f ? x[i] : 0f);
            assertThat(gradient[i] + 0f).isEqualTo((x[i] > 0f ? expected[i] : 0f) + 0f);
        }
    }

    @Test
    void reluGradientIsWholeDownToTheSmallestNormalFloat() {
        float[] gradient = {2f, 2f, 2f, 2f};
        Elements.reluGradient(gradient, new float[] {0f, Float.MIN_NORMAL, 1f, Float.MAX_VALUE}, 4);
        assertThat(gradient).containsExactly(0f, 2f, 2f, 2f);
    }

    @Test
    void tanhIsWithinThreeTenMillionthsEverywhere() {
        float[] x = new float[4097];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 2048) / 160f;
        }
        float[] y = x.clone();
        Elements.tanh(y, y.length);
        for (int i = 0; i < x.length; i++) {
            assertThat((double) y[i]).isCloseTo(Math.tanh(x[i]), Offset.offset(3e-7));
        }
    }

    @Test
    void tanhSaturatesAndKeepsSmallValuesAndNaN() {
        float[] x = {Float.NEGATIVE_INFINITY, -50f, -1e-30f, 0f, 1e-6f, 1e30f, Float.NaN};
        Elements.tanh(x, x.length);
        assertThat(x[0]).isCloseTo(-1f, Offset.offset(1e-6f)).isGreaterThanOrEqualTo(-1f);
        assertThat(x[1]).isEqualTo(x[0]);
        assertThat(x[2]).isCloseTo(-1e-30f, Offset.offset(1e-36f));
        assertThat(x[3]).isZero();
        assertThat(x[4]).isCloseTo(1e-6f, Offset.offset(1e-12f));
        assertThat(x[5]).isEqualTo(-x[0]);
        assertThat(x[6]).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 4098})
    void sumsAgreeWithThePlainLoop(int length) {
        float[] x = random(2 * length, 3);
        float[] y = random(2 * length, 4);
        double sum = 0.0;
        double dot = 0.0;
        for (int i = length; i < 2 * length; i++) {
            sum += x[i];
            dot += (double) x[i] * y[i];
        }
        assertThat((double) Elements.sum(x, length, length)).isCloseTo(sum, Offset.offset(1e-4));
        assertThat((double) Elements.dot(x, y, length, length)).isCloseTo(dot, Offset.offset(1e-4));

        float[] sums = new float[length + 1];
        Elements.columnSums(x, 2, length, sums, 1);
        float[] product = new float[2 * length];
        Elements.outerProduct(new float[] {2f, 3f}, y, length, product, 2, length);
        for (int j = 0; j < length; j++) {
            assertThat(sums[1 + j]).isEqualTo(x[j] + x[length + j]);
            assertThat(product[j]).isEqualTo(2f * y[length + j]);
            assertThat(product[length + j]).isEqualTo(3f * y[length + j]);
        }
    }
}
