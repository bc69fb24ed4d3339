package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.network.Products;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.Activation;
import org.teleost.policy.PolicyNetwork;
import org.teleost.problem.Box;
import org.teleost.random.RandomStream;

class SacTest {
    private static final int OBSERVATIONS = 6;
    private static final int ACTIONS = 2;
    private static final Box BOX = Box.uniform(ACTIONS, -0.5f, 2f);

    private static SacSettings settings(CriticVariant variant) {
        return SacSettings.modern()
                .withCriticVariant(variant)
                .withHidden(List.of(13, 6))
                .withBatchSize(13)
                .withLearningRate(1e-2);
    }

    private static Sac learner(CriticVariant variant, long seed) {
        return new Sac(OBSERVATIONS, BOX, settings(variant), seed);
    }

    private static void update(Sac sac, int from, int count) {
        Batch batch = new Batch(sac.settings().batchSize(), OBSERVATIONS, ACTIONS);
        UpdateMetrics metrics = new UpdateMetrics();
        for (int i = from; i < from + count; i++) {
            Batches.fill(batch, i);
            sac.update(batch, metrics);
            assertThat(metrics.finite).isTrue();
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
    void theActorWaitsForItsTurn() {
        SacSettings settings = settings(CriticVariant.PLAIN).with(s -> s.policyDelay = 3);
        try (Sac sac = new Sac(OBSERVATIONS, BOX, settings, 5)) {
            update(sac, 0, 1);
            PolicyNetwork first = sac.snapshot();
            update(sac, 1, 2);
            assertThat(sac.snapshot().layers()).isEqualTo(first.layers());
            update(sac, 3, 1);
            assertThat(sac.snapshot().layers()).isNotEqualTo(first.layers());
        }
    }

    @ParameterizedTest
    @EnumSource(CriticVariant.class)
    void theSameSeedAndBatchesGiveTheSameBits(CriticVariant variant) throws IOException {
        try (Sac first = learner(variant, 5);
                Sac second = learner(variant, 5);
                Sac other = learner(variant, 6)) {
            update(first, 0, 20);
            update(second, 0, 20);
            update(other, 0, 20);
            assertThat(bytes(first)).isEqualTo(bytes(second));
            assertThat(bytes(first)).isNotEqualTo(bytes(other));
            assertThat(first.snapshot()).isEqualTo(second.snapshot());
        }
    }

    @ParameterizedTest
    @EnumSource(CriticVariant.class)
    void aRestoredLearnerContinuesWithTheSameBits(CriticVariant variant) throws IOException {
        try (Sac first = learner(variant, 5);
                Sac restored = learner(variant, 99)) {
            update(first, 0, 10);
            DataInputStream in = input(bytes(first));
            restored.read(in);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(restored.updates()).isEqualTo(10);
            update(first, 10, 10);
            update(restored, 10, 10);
            assertThat(bytes(restored)).isEqualTo(bytes(first));
        }
    }

    @Test
    void stateOfAnotherShapeOrKindIsRefused() throws IOException {
        try (Sac sac = learner(CriticVariant.PLAIN, 1);
                Sac other = learner(CriticVariant.LAYER_NORM, 1)) {
            byte[] saved = bytes(sac);
            assertThatThrownBy(() -> other.read(input(saved)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("criticVariant=PLAIN")
                    .hasMessageContaining("criticVariant=LAYER_NORM");
            byte[] cut = Arrays.copyOf(saved, saved.length - 1);
            assertThatThrownBy(() -> sac.read(input(cut))).isInstanceOf(EOFException.class);
            saved[0] = 0;
            assertThatThrownBy(() -> sac.read(input(saved))).hasMessageContaining("expected=0x53414331");
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, 1f})
    void onlyTerminationCutsTheValueOfTheNextState(float terminated) throws IOException {
        Batch batch = Batches.random(13, OBSERVATIONS, ACTIONS, 1);
        Arrays.fill(batch.terminated, terminated);
        try (Sac first = learner(CriticVariant.PLAIN, 5);
                Sac second = learner(CriticVariant.PLAIN, 5)) {
            first.update(batch, new UpdateMetrics());
            for (int i = 0; i < batch.nextObservations.length; i++) {
                batch.nextObservations[i] += 1f;
            }
            second.update(batch, new UpdateMetrics());
            assertThat(Arrays.equals(bytes(first), bytes(second))).isEqualTo(terminated == 1f);
        }
    }

    @Test
    void targetsFollowByTauAfterEachUpdate() {
        RandomStream random = new RandomStream(1);
        SacSettings settings = settings(CriticVariant.PLAIN);
        Batch batch = Batches.random(13, OBSERVATIONS, ACTIONS, 1);
        try (TwinCritics critics = new TwinCritics(OBSERVATIONS, ACTIONS, settings, random, Products.standard())) {
            float[] before = critics.targetParameters().values().clone();
            assertThat(before).isEqualTo(critics.parameters().values());
            critics.gradient(batch, new float[26 * ACTIONS], new float[26], 0.1f);
            critics.step();
            critics.moveTargets();
            float[] after = critics.targetParameters().values();
            for (int i = 0; i < after.length; i++) {
                float goal = critics.parameters().values()[i];
                assertThat(after[i]).isEqualTo(before[i] + 0.005f * (goal - before[i]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CriticVariant.class)
    void anUpdateAllocatesNoArrays(CriticVariant variant) {
        SacSettings settings = settings(variant).withBatchSize(64).withHidden(List.of(64, 64));
        Batch batch = Batches.random(64, OBSERVATIONS, ACTIONS, 1);
        UpdateMetrics metrics = new UpdateMetrics();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        try (Sac sac = new Sac(OBSERVATIONS, BOX, settings, 1)) {
            long least = Long.MAX_VALUE;
            for (int window = 0; window < 20; window++) {
                long before = threads.getThreadAllocatedBytes(id);
                for (int i = 0; i < 25; i++) {
                    sac.update(batch, metrics);
                }
                least = Math.min(least, (threads.getThreadAllocatedBytes(id) - before) / 25);
            }
            // one row of one layer would be 256 bytes
            assertThat(least).isLessThan(200);
        }
    }

    @Test
    void aNumberThatIsNotFiniteIsReported() {
        Batch batch = Batches.random(13, OBSERVATIONS, ACTIONS, 1);
        batch.rewards[3] = Float.NaN;
        UpdateMetrics metrics = new UpdateMetrics();
        try (Sac sac = learner(CriticVariant.PLAIN, 1)) {
            sac.update(batch, metrics);
            assertThat(metrics.finite).isFalse();
            Batches.fill(batch, 2);
            sac.update(batch, metrics);
            assertThat(metrics.finite).isFalse();
        }
    }

    @Test
    void aBatchOrBoxThatDoesNotFitIsNamed() {
        try (Sac sac = learner(CriticVariant.PLAIN, 1)) {
            assertThatThrownBy(() -> sac.update(new Batch(12, OBSERVATIONS, ACTIONS), new UpdateMetrics()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rows=12 expected=13");
        }
        assertThatThrownBy(() -> new Sac(0, BOX, SacSettings.modern(), 1)).hasMessageContaining("observationSize=0");
        assertThatThrownBy(() -> new Sac(1, Box.unbounded(1), SacSettings.modern(), 1))
                .hasMessageContaining("infinite bound");
    }

    @Test
    void aClosedLearnerRefusesUpdatesInsteadOfTouchingFreedMemory() {
        Sac sac = learner(CriticVariant.PLAIN, 1);
        sac.close();
        sac.close();
        Batch batch = Batches.random(13, OBSERVATIONS, ACTIONS, 1);
        assertThatThrownBy(() -> sac.update(batch, new UpdateMetrics()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("learner is closed: updates=0");
    }

    @Test
    void theSnapshotIsACopyWithTheBoxAndTheUpdateNumber() {
        try (Sac sac = learner(CriticVariant.LAYER_NORM, 1)) {
            update(sac, 0, 3);
            PolicyNetwork snapshot = sac.snapshot();
            assertThat(snapshot.version()).isEqualTo(3);
            assertThat(snapshot.observationSize()).isEqualTo(OBSERVATIONS);
            assertThat(snapshot.actionHigh()).containsExactly(2f, 2f);
            assertThat(snapshot.layers()).hasSize(3);
            assertThat(snapshot.layers().get(0).activation()).isEqualTo(Activation.RELU);
            assertThat(snapshot.layers().get(2).outputs()).isEqualTo(2 * ACTIONS);
            update(sac, 3, 1);
            assertThat(sac.snapshot().layers()).isNotEqualTo(snapshot.layers());
        }
    }

    /** One state, one step, reward -(a - 0.4)^2. */
    private static UpdateMetrics learnBandit(SacSettings settings, int updates, float[] meanAction) {
        Batch batch = new Batch(settings.batchSize(), 1, 1);
        Arrays.fill(batch.observations, 1f);
        Arrays.fill(batch.terminated, 1f);
        RandomStream random = new RandomStream(11);
        UpdateMetrics metrics = new UpdateMetrics();
        try (Sac sac = new Sac(1, Box.uniform(1, -1f, 1f), settings, 1)) {
            for (int i = 0; i < updates; i++) {
                for (int row = 0; row < batch.rows; row++) {
                    float action = (float) (2.0 * random.nextDouble() - 1.0);
                    batch.actions[row] = action;
                    batch.rewards[row] = -(action - 0.4f) * (action - 0.4f);
                }
                sac.update(batch, metrics);
            }
            meanAction[0] = act(sac.snapshot());
        }
        return metrics;
    }

    private static float act(PolicyNetwork policy) {
        double[] x = {1.0};
        for (var layer : policy.layers()) {
            double[] y = new double[layer.outputs()];
            for (int j = 0; j < y.length; j++) {
                y[j] = layer.bias()[j];
                for (int i = 0; i < x.length; i++) {
                    y[j] += x[i] * layer.weights()[i * y.length + j];
                }
                y[j] = layer.activation() == Activation.RELU ? Math.max(0.0, y[j]) : y[j];
            }
            x = y;
        }
        return (float) Math.tanh(x[0]);
    }

    @ParameterizedTest
    @EnumSource(CriticVariant.class)
    void aQuadraticBanditIsLearned(CriticVariant variant) {
        SacSettings settings =
                settings(variant).withHidden(List.of(32, 32)).withBatchSize(64).withLearningRate(3e-3);
        float[] action = new float[1];
        UpdateMetrics metrics = learnBandit(settings, 2000, action);
        assertThat(action[0]).isCloseTo(0.4f, Offset.offset(0.08f));
        // the temperature has brought the entropy to its target of -1 nat
        assertThat(metrics.entropy).isCloseTo(-1.0, Offset.offset(0.3));
        assertThat(metrics.alpha).isLessThan(0.5);
    }
}
