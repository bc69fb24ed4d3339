package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyNetwork;
import org.teleost.problem.Box;

class ObservationScaleTest {
    private static final int ROWS = 50;
    private static final int OBSERVATIONS = 3;
    private static final int ACTIONS = 2;

    /** Of order 1000 around 5000, of order 0.001 around 0, and constant. */
    private static Batch uneven(long seed) {
        Batch batch = Batches.random(ROWS, OBSERVATIONS, ACTIONS, seed);
        for (float[] values : List.of(batch.observations, batch.nextObservations)) {
            for (int k = 0; k < values.length; k += OBSERVATIONS) {
                values[k] = 5000.0f + 1000.0f * values[k];
                values[k + 1] *= 0.001f;
                values[k + 2] = 7.0f;
            }
        }
        return batch;
    }

    @Test
    void componentsAreScaledByMeanAndDeviationOfAllStatesSoFar() {
        ObservationScale scale = new ObservationScale(OBSERVATIONS, ACTIONS, ROWS);
        scale.see(uneven(1));
        Batch second = uneven(2);
        Batch seen = scale.see(second);
        for (int i = 0; i < 2; i++) {
            double mean = 0.0;
            double squares = 0.0;
            for (long seed = 1; seed <= 2; seed++) {
                float[] values = uneven(seed).observations;
                for (int k = i; k < values.length; k += OBSERVATIONS) {
                    mean += values[k] / (2.0 * ROWS);
                    squares += (double) values[k] * values[k] / (2.0 * ROWS);
                }
            }
            double deviation = Math.sqrt(squares - mean * mean);
            for (int k = i; k < seen.observations.length; k += OBSERVATIONS) {
                assertThat((double) seen.observations[k])
                        .isCloseTo((second.observations[k] - mean) / deviation, within(1e-3));
                assertThat((double) seen.nextObservations[k])
                        .isCloseTo((second.nextObservations[k] - mean) / deviation, within(1e-3));
            }
        }
        assertThat(seen.observations[2]).isZero();
        assertThat(seen.actions).isEqualTo(second.actions);
        assertThat(seen.rewards).isEqualTo(second.rewards);
        assertThat(seen.terminated).isEqualTo(second.terminated);
    }

    @Test
    void theFirstLayerOfThePolicyTakesObservationsAsTheyAre() {
        ObservationScale scale = new ObservationScale(OBSERVATIONS, ACTIONS, ROWS);
        Batch batch = uneven(3);
        Batch seen = scale.see(batch);
        float[] weights = {0.3f, -0.2f, 0.5f, 0.1f, -0.7f, 0.4f};
        DenseLayer layer = new DenseLayer(OBSERVATIONS, 2, weights, new float[] {0.1f, -0.1f}, Activation.NONE);
        DenseLayer folded = scale.fold(List.of(layer)).get(0);
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < 2; j++) {
                assertThat(output(folded, batch.observations, row, j))
                        .isCloseTo(output(layer, seen.observations, row, j), within(2e-5));
            }
        }
    }

    private static double output(DenseLayer layer, float[] observations, int row, int j) {
        double sum = layer.bias()[j];
        for (int i = 0; i < OBSERVATIONS; i++) {
            sum += (double) observations[row * OBSERVATIONS + i] * layer.weights()[i * layer.outputs() + j];
        }
        return sum;
    }

    private static Sac learner(boolean normalise) {
        SacSettings settings = SacSettings.modern()
                .withHidden(List.of(8))
                .withBatchSize(ROWS)
                .with(s -> s.normaliseObservations = normalise);
        return new Sac(OBSERVATIONS, Box.uniform(ACTIONS, -1.0f, 1.0f), settings, 5);
    }

    private static void update(Sac sac, int from, int count) {
        for (int i = from; i < from + count; i++) {
            sac.update(uneven(i), new UpdateMetrics());
        }
    }

    private static byte[] bytes(Sac sac) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sac.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    @Test
    void aRestoredLearnerGoesOnWithTheSameScale() throws IOException {
        try (Sac first = learner(true);
                Sac restored = learner(true)) {
            update(first, 0, 3);
            restored.read(input(bytes(first)));
            PolicyNetwork policy = restored.snapshot();
            assertThat(policy.layers()).isEqualTo(first.snapshot().layers());
            update(first, 3, 3);
            update(restored, 3, 3);
            assertThat(bytes(restored)).isEqualTo(bytes(first));
        }
    }

    @Test
    void aScaleThatIsNoneIsRefused() throws IOException {
        try (Sac scaled = learner(true);
                Sac plain = learner(false)) {
            byte[] saved = bytes(scaled);
            assertThatThrownBy(() -> plain.read(input(saved))).hasMessageContaining("normaliseObservations=true");
            saved[saved.length - 8] = (byte) 0xFF;
            assertThatThrownBy(() -> scaled.read(input(saved))).hasMessageContaining("impossible scale");
        }
    }
}
