package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.learn.network.FiniteDifference;
import org.teleost.learn.network.NetworkShape;
import org.teleost.learn.network.PlainNetwork;
import org.teleost.learn.network.Products;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.Activation;
import org.teleost.random.RandomStream;

/** The losses of critics and actor, written once more in double precision, and the gradients against their slopes. */
class SacGradientTest {
    private static final int ROWS = 6;
    private static final int OBSERVATIONS = 4;
    private static final int ACTIONS = 3;
    private static final float ALPHA = 0.3f;
    private static final double DISCOUNT = 0.9;

    private static SacSettings settings(CriticVariant variant) {
        // a dropout of 1e-12 drops nothing in this test, so that the losses stay smooth
        double dropout = variant == CriticVariant.DROQ ? 1e-12 : 0.0;
        return SacSettings.modern().withLearningRate(1e-3).with(s -> {
            s.actorHidden = List.of(13, 6);
            s.criticHidden = List.of(6, 13);
            s.actorTrunk = Activation.TANH;
            s.criticVariant = variant;
            s.dropout = dropout;
            s.batchSize = ROWS;
            s.discount = DISCOUNT;
            s.tau = 0.5;
        });
    }

    private static NetworkShape criticShape(CriticVariant variant) {
        return new NetworkShape(
                OBSERVATIONS + ACTIONS,
                List.of(6, 13),
                1,
                Activation.RELU,
                variant.layerNorm(),
                0.0,
                variant.batchNorm());
    }

    /** Values of critic {@code k} at the joined rows. */
    private static double[] values(
            CriticVariant variant, double[] parameters, int k, double[][] joined, float[] statistics) {
        NetworkShape shape = criticShape(variant);
        double[][] outputs = new PlainNetwork(shape, parameters, k * shape.parameters(), statistics).forward(joined);
        double[] values = new double[joined.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = outputs[row][0];
        }
        return values;
    }

    private static double[][] join(double[][] observations, double[][] actions) {
        double[][] joined = new double[observations.length][OBSERVATIONS + ACTIONS];
        for (int row = 0; row < joined.length; row++) {
            System.arraycopy(observations[row], 0, joined[row], 0, OBSERVATIONS);
            System.arraycopy(actions[row], 0, joined[row], OBSERVATIONS, ACTIONS);
        }
        return joined;
    }

    private static double[][] both(double[][] first, double[][] second) {
        double[][] all = new double[first.length + second.length][];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static double[] returns(Batch batch, double[] first, double[] second, int start, float[] logProbabilities) {
        double[] returns = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double next = Math.min(first[start + row], second[start + row]) - ALPHA * logProbabilities[ROWS + row];
            returns[row] = batch.rewards[row] + (batch.terminated[row] == 1f ? 0.0 : DISCOUNT * next);
        }
        return returns;
    }

    private static double criticLoss(double[] first, double[] second, double[] returns) {
        double loss = 0.0;
        for (int row = 0; row < ROWS; row++) {
            loss += (Math.pow(first[row] - returns[row], 2) + Math.pow(second[row] - returns[row], 2)) / ROWS;
        }
        return loss;
    }

    @ParameterizedTest
    @EnumSource(CriticVariant.class)
    void criticGradientAgreesWithFiniteDifferences(CriticVariant variant) {
        RandomStream random = new RandomStream(3);
        Batch batch = Batches.random(ROWS, OBSERVATIONS, ACTIONS, 4);
        float[] actions = new float[2 * ROWS * ACTIONS];
        float[] logProbabilities = new float[2 * ROWS];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = (float) Math.tanh(random.nextGaussian());
        }
        for (int i = 0; i < logProbabilities.length; i++) {
            logProbabilities[i] = (float) random.nextGaussian();
        }
        try (TwinCritics critics =
                new TwinCritics(OBSERVATIONS, ACTIONS, settings(variant), random, Products.standard())) {
            double[][] now = join(
                    PlainNetwork.rows(batch.observations, 0, ROWS, OBSERVATIONS),
                    PlainNetwork.rows(batch.actions, 0, ROWS, ACTIONS));
            double[][] next = join(
                    PlainNetwork.rows(batch.nextObservations, 0, ROWS, OBSERVATIONS),
                    PlainNetwork.rows(actions, ROWS, ROWS, ACTIONS));
            double[][] evaluated = variant.batchNorm() ? both(now, next) : now;
            double[] point = PlainNetwork.widen(critics.parameters().values());
            double[] bootstrap = variant.targetNetworks()
                    ? PlainNetwork.widen(critics.targetParameters().values())
                    : point;
            double[][] bootstrapRows = variant.batchNorm() ? evaluated : next;
            double[] returns = returns(
                    batch,
                    values(variant, bootstrap, 0, bootstrapRows, null),
                    values(variant, bootstrap, 1, bootstrapRows, null),
                    variant.batchNorm() ? ROWS : 0,
                    logProbabilities);

            double loss = critics.gradient(batch, actions, logProbabilities, ALPHA);

            assertThat(loss)
                    .isCloseTo(
                            criticLoss(
                                    values(variant, point, 0, evaluated, null),
                                    values(variant, point, 1, evaluated, null),
                                    returns),
                            Offset.offset(1e-4));
            FiniteDifference.assertGradient(
                    critics.parameters().gradients(),
                    point,
                    FiniteDifference.blocks(criticShape(variant), 2),
                    parameters -> criticLoss(
                            values(variant, parameters, 0, evaluated, null),
                            values(variant, parameters, 1, evaluated, null),
                            returns));
        }
    }

    @ParameterizedTest
    @EnumSource(CriticVariant.class)
    void actorGradientAgreesWithFiniteDifferences(CriticVariant variant) {
        RandomStream random = new RandomStream(7);
        Batch batch = Batches.random(ROWS, OBSERVATIONS, ACTIONS, 8);
        NetworkShape shape =
                new NetworkShape(OBSERVATIONS, List.of(13, 6), 2 * ACTIONS, Activation.TANH, false, 0.0, false);
        try (Actor actor = new Actor(OBSERVATIONS, ACTIONS, settings(variant), random, Products.standard());
                TwinCritics critics =
                        new TwinCritics(OBSERVATIONS, ACTIONS, settings(variant), random, Products.standard())) {
            actor.sample(batch, random);
            critics.gradient(batch, actor.actions(), actor.logProbabilities(), ALPHA);
            critics.probe(batch, actor.actions());
            actor.gradient(critics.actionGradient(), ALPHA);

            double[][] observations = PlainNetwork.rows(batch.observations, 0, ROWS, OBSERVATIONS);
            double[][] noise = PlainNetwork.rows(actor.noise(), 0, ROWS, ACTIONS);
            double[] criticParameters = PlainNetwork.widen(critics.parameters().values());
            FiniteDifference.assertGradient(
                    actor.parameters().gradients(),
                    PlainNetwork.widen(actor.parameters().values()),
                    FiniteDifference.blocks(shape, 1),
                    parameters -> {
                        double[][] head = new PlainNetwork(shape, parameters, 0, null).forward(observations);
                        double[][] actions = new double[ROWS][ACTIONS];
                        double loss = 0.0;
                        for (int row = 0; row < ROWS; row++) {
                            loss += ALPHA * squash(head[row], noise[row], actions[row]) / ROWS;
                        }
                        double[][] joined = join(observations, actions);
                        double[] first = values(variant, criticParameters, 0, joined, critics.statistics(0));
                        double[] second = values(variant, criticParameters, 1, joined, critics.statistics(1));
                        for (int row = 0; row < ROWS; row++) {
                            loss -= Math.min(first[row], second[row]) / ROWS;
                        }
                        return loss;
                    });
        }
    }

    /** Sets the actions of one row and returns their log-probability by the textbook formula. */
    private static double squash(double[] head, double[] noise, double[] actions) {
        double logProbability = 0.0;
        for (int j = 0; j < ACTIONS; j++) {
            double sigma = Math.exp(head[ACTIONS + j]);
            actions[j] = Math.tanh(head[j] + sigma * noise[j]);
            logProbability += -0.5 * noise[j] * noise[j]
                    - Math.log(sigma)
                    - 0.5 * Math.log(2.0 * Math.PI)
                    - Math.log(1.0 - actions[j] * actions[j]);
        }
        return logProbability;
    }
}
