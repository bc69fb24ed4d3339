package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.network.Products;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.DenseLayer;
import org.teleost.problem.Box;

/** The learner that calls ND4J alone, as it does on a GPU, learns what the one on OpenBLAS learns. */
class SacOnNd4jTest {
    private static final int OBSERVATIONS = 6;
    private static final int ACTIONS = 2;
    private static final int UPDATES = 20;

    @ParameterizedTest
    @EnumSource(CriticVariant.class)
    void updatesAgreeWithOpenBlas(CriticVariant variant) {
        SacSettings settings = SacSettings.modern()
                .withCriticVariant(variant)
                .withHidden(List.of(64, 13))
                .withBatchSize(32)
                .withLearningRate(1e-3);
        Box box = Box.uniform(ACTIONS, -0.5f, 2f);
        try (Sac blas = new Sac(OBSERVATIONS, box, settings, 5, Products.openBlas());
                Sac nd4j = new Sac(OBSERVATIONS, box, settings, 5, Products.nd4j())) {
            List<DenseLayer> start = nd4j.snapshot().layers();
            Batch batch = new Batch(settings.batchSize(), OBSERVATIONS, ACTIONS);
            UpdateMetrics expected = new UpdateMetrics();
            UpdateMetrics actual = new UpdateMetrics();
            for (int i = 0; i < UPDATES; i++) {
                Batches.fill(batch, i);
                blas.update(batch, expected);
                nd4j.update(batch, actual);
                assertThat(actual.finite).isTrue();
                assertThat(actual.criticLoss).isCloseTo(expected.criticLoss, Offset.offset(1e-4));
                assertThat(actual.actorLoss).isCloseTo(expected.actorLoss, Offset.offset(1e-4));
            }
            List<DenseLayer> learned = nd4j.snapshot().layers();
            assertThat(distance(learned, blas.snapshot().layers())).isLessThan(1e-4f);
            assertThat(distance(learned, start)).isGreaterThan(1e-2f);
        }
    }

    /** Largest difference of a weight or bias. */
    private static float distance(List<DenseLayer> one, List<DenseLayer> other) {
        float largest = 0f;
        for (int layer = 0; layer < one.size(); layer++) {
            largest = Math.max(
                    largest, distance(one.get(layer).weights(), other.get(layer).weights()));
            largest = Math.max(
                    largest, distance(one.get(layer).bias(), other.get(layer).bias()));
        }
        return largest;
    }

    private static float distance(float[] one, float[] other) {
        float largest = 0f;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }
}
