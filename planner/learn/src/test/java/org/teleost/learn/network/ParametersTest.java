package org.teleost.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class ParametersTest {
    private static Parameters random(int size, long seed) {
        return random(size, seed, Products.standard());
    }

    private static Parameters random(int size, long seed, Products products) {
        Parameters parameters = new Parameters(size, products);
        RandomStream random = new RandomStream(seed);
        for (int i = 0; i < size; i++) {
            parameters.values()[i] = (float) random.nextGaussian();
            parameters.gradients()[i] = (float) random.nextGaussian();
        }
        parameters.upload();
        return parameters;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 4098})
    void polyakAveragingIsExactToTheBit(int size) {
        try (Parameters target = random(size, 1);
                Parameters source = random(size, 2)) {
            float[] before = target.values().clone();
            target.approach(source, 0.005f);
            for (int i = 0; i < size; i++) {
                assertThat(target.values()[i]).isEqualTo(before[i] + 0.005f * (source.values()[i] - before[i]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.teleost.learn.network.ProductsTest#all")
    void averagingAndCopyingReachTheProducts(Products products) {
        try (Parameters target = random(13, 1, products);
                Parameters source = random(13, 2, products)) {
            target.approach(source, 1f);
            float sum = 0f;
            for (float value : target.values()) {
                sum += Math.abs(value);
            }
            assertThat(products.absoluteSum(target.valuesFrom(0), 13)).isCloseTo(sum, Offset.offset(1e-4f));
            target.copyFrom(source);
            assertThat(target.values()).isEqualTo(source.values());
        }
    }

    @ParameterizedTest
    @MethodSource("org.teleost.learn.network.ProductsTest#all")
    void oneNumberThatIsNotFiniteIsFound(Products products) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            try (Parameters parameters = random(207, 1, products)) {
                assertThat(parameters.finite()).isTrue();
                parameters.values()[200] = bad;
                parameters.upload();
                assertThat(parameters.finite()).isFalse();
            }
        }
    }

    @Test
    void claimingMoreThanThereIsNamesTheSizes() {
        try (Parameters parameters = new Parameters(6, Products.standard())) {
            parameters.claim(4);
            assertThatThrownBy(() -> parameters.claim(3))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("size=6 claimed=4 requested=3");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 4098})
    void adamAgreesWithTheFormulaOfThePaper(int size) {
        try (Parameters parameters = random(size, 3)) {
            double[] values = PlainNetwork.widen(parameters.values());
            double[] mean = new double[size];
            double[] square = new double[size];
            Adam adam = new Adam(size, 1e-3, 0.9);
            for (int step = 1; step <= 5; step++) {
                adam.step(parameters);
                for (int i = 0; i < size; i++) {
                    double gradient = parameters.gradients()[i];
                    mean[i] = 0.9 * mean[i] + 0.1 * gradient;
                    square[i] = 0.999 * square[i] + 0.001 * gradient * gradient;
                    double unbiasedMean = mean[i] / (1.0 - Math.pow(0.9, step));
                    double unbiasedSquare = square[i] / (1.0 - Math.pow(0.999, step));
                    values[i] -= 1e-3 * unbiasedMean / (Math.sqrt(unbiasedSquare) + 1e-8);
                }
            }
            for (int i = 0; i < size; i++) {
                assertThat((double) parameters.values()[i]).isCloseTo(values[i], Offset.offset(2e-6));
            }
        }
    }

    @Test
    void parametersAndMomentsSurviveWritingAndReading() throws IOException {
        int size = 20_000;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Parameters parameters = random(size, 1);
                Parameters restored = random(size, 2)) {
            System.arraycopy(parameters.gradients(), 0, restored.gradients(), 0, size);
            Adam adam = new Adam(size, 1e-3, 0.9);
            adam.step(parameters);
            parameters.write(new DataOutputStream(bytes));
            adam.write(new DataOutputStream(bytes));

            Adam restoredAdam = new Adam(size, 1e-3, 0.9);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            restored.read(in, "networks");
            restoredAdam.read(in, "adam");
            assertThat(in.read()).isEqualTo(-1);
            adam.step(parameters);
            restoredAdam.step(restored);
            assertThat(restored.values()).isEqualTo(parameters.values());
        }
    }

    @Test
    void readingAnotherLengthOrAShortFileFails() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FloatBlock.write(new float[13], new DataOutputStream(bytes));
        assertThatThrownBy(() -> FloatBlock.read(new float[12], input(bytes, 0), "actor"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("block=actor length=13 expected=12");
        assertThatThrownBy(() -> FloatBlock.read(new float[13], input(bytes, 1), "actor"))
                .isInstanceOf(EOFException.class);
    }

    private static DataInputStream input(ByteArrayOutputStream bytes, int missing) {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray(), 0, bytes.size() - missing));
    }
}
