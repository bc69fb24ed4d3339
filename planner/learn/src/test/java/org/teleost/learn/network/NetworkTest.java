package org.teleost.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.policy.Activation;
import org.teleost.random.RandomStream;

class NetworkTest {
    private static final int ROWS = 13;

    static List<NetworkShape> shapes() {
        return List.of(
                NetworkShape.plain(1, List.of(1), 1),
                NetworkShape.plain(4, List.of(6), 1),
                NetworkShape.plain(207, List.of(13, 6), 4),
                new NetworkShape(6, List.of(13, 207), 8, Activation.TANH, false, 0.0, false),
                new NetworkShape(6, List.of(13, 13), 1, Activation.RELU, true, 0.0, false),
                new NetworkShape(4, List.of(6, 13), 2, Activation.TANH, true, 0.0, false),
                new NetworkShape(6, List.of(13, 6), 1, Activation.RELU, false, 0.0, true),
                new NetworkShape(6, List.of(13, 6), 4, Activation.RELU, true, 0.0, true));
    }

    /** A network with random parameters (norms included), a random input, and loss = sum of coefficient * output. */
    private static final class Rig implements AutoCloseable {
        final NetworkShape shape;
        final Parameters parameters;
        final Network network;
        final Matrix input;
        final float[] coefficients;

        Rig(NetworkShape shape, int probedFrom) {
            this.shape = shape;
            RandomStream random = new RandomStream(5);
            parameters = new Parameters(shape.parameters(), Products.standard());
            network = new Network(shape, parameters, ROWS, probedFrom, random);
            for (int i = 0; i < parameters.size(); i++) {
                parameters.values()[i] += (float) (0.3 * random.nextGaussian());
            }
            parameters.upload();
            input = new Matrix(ROWS, shape.inputs(), Products.standard());
            fill(input.values(), random);
            input.upload(ROWS);
            coefficients = new float[ROWS * shape.outputs()];
            fill(coefficients, random);
        }

        static void fill(float[] values, RandomStream random) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
        }

        double loss(double[] values, double[][] x, float[] statistics) {
            double[][] y = new PlainNetwork(shape, values, 0, statistics).forward(x);
            double loss = 0.0;
            for (int i = 0; i < coefficients.length; i++) {
                loss += coefficients[i] * y[i / shape.outputs()][i % shape.outputs()];
            }
            return loss;
        }

        double[][] plainInput() {
            return PlainNetwork.rows(input.values(), 0, ROWS, shape.inputs());
        }

        void setOutputGradient() {
            System.arraycopy(coefficients, 0, network.outputGradient(), 0, coefficients.length);
        }

        @Override
        public void close() {
            network.close();
            parameters.close();
            input.close();
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void outputsAgreeWithThePlainTwin(NetworkShape shape) {
        try (Rig rig = new Rig(shape, 0)) {
            float[] outputs = rig.network.forward(rig.input, ROWS, true);

            double[][] expected = new PlainNetwork(shape, PlainNetwork.widen(rig.parameters.values()), 0, null)
                    .forward(rig.plainInput());
            for (int i = 0; i < outputs.length; i++) {
                double plain = expected[i / shape.outputs()][i % shape.outputs()];
                assertThat((double) outputs[i]).isCloseTo(plain, Offset.offset(1e-5 * (1.0 + Math.abs(plain))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void parameterGradientsAgreeWithFiniteDifferences(NetworkShape shape) {
        try (Rig rig = new Rig(shape, 0)) {
            rig.network.forward(rig.input, ROWS, true);
            rig.setOutputGradient();
            rig.network.fit(ROWS);

            double[][] x = rig.plainInput();
            assertGradientOfParameters(rig, x);
        }
    }

    private static void assertGradientOfParameters(Rig rig, double[][] x) {
        // under batch normalisation a bias before the next normalised layer may have no effect, but ReLU lies between
        FiniteDifference.assertGradient(
                rig.parameters.gradients(),
                PlainNetwork.widen(rig.parameters.values()),
                FiniteDifference.blocks(rig.shape, 1),
                values -> rig.loss(values, x, null));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void probedInputGradientsAgreeWithFiniteDifferences(NetworkShape shape) {
        int from = shape.inputs() / 2;
        try (Rig rig = new Rig(shape, from)) {
            // move the running averages away from their start, then evaluate with them
            rig.network.forward(rig.input, ROWS, true);
            rig.network.forward(rig.input, ROWS, false);
            rig.setOutputGradient();
            float[] gradient = rig.network.probe(ROWS);

            int columns = shape.inputs() - from;
            double[] parameters = PlainNetwork.widen(rig.parameters.values());
            double[][] x = rig.plainInput();
            double[] point = new double[ROWS * columns];
            for (int i = 0; i < point.length; i++) {
                point[i] = x[i / columns][from + i % columns];
            }
            FiniteDifference.assertGradient(gradient, point, new int[] {point.length}, probe -> {
                for (int i = 0; i < probe.length; i++) {
                    x[i / columns][from + i % columns] = probe[i];
                }
                return rig.loss(parameters, x, rig.network.statistics());
            });
        }
    }

    @Test
    void aPassOverFewerRowsAgreesWithTheFirstRowsOfAFullPass() {
        try (Rig rig = new Rig(NetworkShape.plain(6, List.of(13, 13), 1), 0)) {
            float[] all = rig.network.forward(rig.input, ROWS, false).clone();
            float[] some = rig.network.forward(rig.input, 4, false);
            for (int i = 0; i < 4; i++) {
                assertThat(some[i]).isCloseTo(all[i], Offset.offset(1e-6f));
            }
        }
    }

    @Test
    void runningAveragesMoveByOneHundredthOfTheDistance() {
        NetworkShape shape = new NetworkShape(1, List.of(1), 1, Activation.RELU, false, 0.0, true);
        try (Rig rig = new Rig(shape, 0)) {
            for (int i = 0; i < ROWS; i++) {
                rig.input.values()[i] = 3f;
            }
            rig.network.forward(rig.input, ROWS, true);
            assertThat(rig.network.statistics()[0]).isCloseTo(0.03f, Offset.offset(1e-6f));
            assertThat(rig.network.statistics()[1]).isCloseTo(0.99f, Offset.offset(1e-6f));
        }
    }

    @Test
    void exportGivesWeightsByInputAndOutput() {
        NetworkShape shape = new NetworkShape(4, List.of(6), 2, Activation.TANH, false, 0.0, false);
        try (Rig rig = new Rig(shape, 0)) {
            var layers = rig.network.export();
            assertThat(layers).hasSize(2);
            assertThat(layers.get(0).activation()).isEqualTo(Activation.TANH);
            assertThat(layers.get(1).activation()).isEqualTo(Activation.NONE);
            assertThat(layers.get(0).weights()[7]).isEqualTo(rig.parameters.values()[7]);
            assertThat(layers.get(1).bias()[1]).isEqualTo(rig.parameters.values()[shape.parameters() - 1]);
        }
    }

    @Test
    void exportOfANormalisedNetworkIsRefused() {
        try (Rig rig = new Rig(new NetworkShape(2, List.of(2), 1, Activation.RELU, true, 0.0, false), 0)) {
            assertThatThrownBy(rig.network::export).hasMessageContaining("layerNorm=true");
        }
    }

    @Test
    void shapesRejectWhatIsNoNetwork() {
        assertThatThrownBy(() -> NetworkShape.plain(0, List.of(2), 1)).hasMessageContaining("inputs=0");
        assertThatThrownBy(() -> NetworkShape.plain(1, List.of(), 1)).hasMessageContaining("hidden=[]");
        assertThatThrownBy(() -> new NetworkShape(1, List.of(2), 1, Activation.RELU, false, 1.0, false))
                .hasMessageContaining("dropout=1.0");
    }
}
