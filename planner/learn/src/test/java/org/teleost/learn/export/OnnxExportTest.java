package org.teleost.learn.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.PolicyRunner;
import org.teleost.policy.SavedPolicy;
import org.teleost.random.RandomStream;

class OnnxExportTest {
    private static final int OBSERVATIONS = 1_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, RELU", "13, RELU", "1, TANH", "13, TANH", "1000, RELU"})
    void onnxRuntimeGivesTheActionsOfTheRunner(int batch, Activation activation) throws OrtException {
        PolicyNetwork network = policy(3, activation, 64, 256, 256, 4);
        assertAgrees(network, batch);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "13, 6", "207, 2"})
    void aHeadWithoutHiddenLayersAndAwkwardSizesAgree(int observationSize, int actionSize) throws OrtException {
        assertAgrees(policy(4, Activation.RELU, observationSize, actionSize), 13);
        assertAgrees(policy(5, Activation.TANH, observationSize, 13, 6, actionSize), 1);
    }

    private static void assertAgrees(PolicyNetwork network, int batch) throws OrtException {
        byte[] model = OnnxExport.toBytes(new SavedPolicy("test", network, Map.of()));
        PolicyRunner runner = new PolicyRunner(network);
        RandomStream stream = new RandomStream(8);
        float[] expected = new float[network.actionSize()];
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options)) {
                for (int done = 0; done < OBSERVATIONS; done += batch) {
                    float[][] observations = observations(stream, batch, network.observationSize());
                    float[][] actions = run(environment, session, observations);
                    assertThat(actions).hasDimensions(batch, network.actionSize());
                    for (int k = 0; k < batch; k++) {
                        runner.act(observations[k], expected);
                        assertThat(actions[k]).containsExactly(expected, within(1e-5f));
                    }
                }
            }
        }
    }

    private static float[][] run(OrtEnvironment environment, OrtSession session, float[][] observations)
            throws OrtException {
        int size = observations[0].length;
        FloatBuffer flat = FloatBuffer.allocate(observations.length * size);
        for (float[] observation : observations) {
            flat.put(observation);
        }
        long[] shape = {observations.length, size};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, flat.flip(), shape);
                OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
            return (float[][]) result.get(OnnxExport.OUTPUT).orElseThrow().getValue();
        }
    }

    @Test
    void theFileNamesItsInputOutputShapesAndFacts() throws IOException, OrtException {
        Path file = folder.resolve("a.onnx");
        Files.writeString(file, "old");
        PolicyNetwork network = policy(6, Activation.RELU, 3, 13, 2);
        OnnxExport.write(file, new SavedPolicy("pendulum", network, Map.of("seed", "6")));
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            TensorInfo input =
                    (TensorInfo) session.getInputInfo().get("observation").getInfo();
            TensorInfo output =
                    (TensorInfo) session.getOutputInfo().get("action").getInfo();
            assertThat(input.getShape()).containsExactly(-1, 3);
            assertThat(output.getShape()).containsExactly(-1, 2);
            assertThat(session.getMetadata().getVersion()).isEqualTo(6);
            assertThat(session.getMetadata().getCustomMetadata())
                    .containsEntry("problem", "pendulum")
                    .containsEntry("policyVersion", "6")
                    .containsEntry("fact.seed", "6");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void hugeObservationsStillGiveActionsWithinTheBounds() throws OrtException {
        PolicyNetwork network = policy(7, Activation.TANH, 3, 13, 2);
        byte[] model = OnnxExport.toBytes(new SavedPolicy("test", network, Map.of()));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model)) {
            float[][] actions = run(environment, session, new float[][] {{1e20f, -1e20f, 0f}, {-1e20f, 1e20f, 1e20f}});
            for (float[] action : actions) {
                for (int i = 0; i < action.length; i++) {
                    assertThat(action[i]).isBetween(network.actionLow(i), network.actionHigh(i));
                }
            }
        }
    }

    @Test
    void equalPoliciesGiveEqualBytes() {
        SavedPolicy one = new SavedPolicy("p", policy(1, Activation.RELU, 3, 6, 1), Map.of("a", "1", "b", "2"));
        SavedPolicy two = new SavedPolicy("p", policy(1, Activation.RELU, 3, 6, 1), Map.of("b", "2", "a", "1"));
        assertThat(OnnxExport.toBytes(one)).isEqualTo(OnnxExport.toBytes(two));
    }

    private static float[][] observations(RandomStream stream, int batch, int size) {
        float[][] observations = new float[batch][];
        for (int k = 0; k < batch; k++) {
            observations[k] = gaussians(stream, size, 1.0);
        }
        return observations;
    }

    /** A network with the given sizes: observation, hidden layers, actions. Component i has bounds [-1 - i, 2 + i]. */
    private static PolicyNetwork policy(long seed, Activation hidden, int... sizes) {
        RandomStream stream = new RandomStream(seed);
        int actionSize = sizes[sizes.length - 1];
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 0; i + 1 < sizes.length; i++) {
            boolean head = i + 2 == sizes.length;
            int outputs = head ? 2 * actionSize : sizes[i + 1];
            float[] weights = gaussians(stream, sizes[i] * outputs, 1.0 / Math.sqrt(sizes[i]));
            float[] bias = gaussians(stream, outputs, 0.1);
            layers.add(new DenseLayer(sizes[i], outputs, weights, bias, head ? Activation.NONE : hidden));
        }
        float[] low = new float[actionSize];
        float[] high = new float[actionSize];
        for (int i = 0; i < actionSize; i++) {
            low[i] = -1f - i;
            high[i] = 2f + i;
        }
        return new PolicyNetwork(layers, low, high, -20f, 2f, seed);
    }

    private static float[] gaussians(RandomStream stream, int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * stream.nextGaussian());
        }
        return values;
    }
}
