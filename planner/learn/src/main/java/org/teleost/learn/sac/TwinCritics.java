package org.teleost.learn.sac;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.teleost.learn.network.Adam;
import org.teleost.learn.network.FloatBlock;
import org.teleost.learn.network.Matrix;
import org.teleost.learn.network.Network;
import org.teleost.learn.network.NetworkShape;
import org.teleost.learn.network.Parameters;
import org.teleost.learn.network.Products;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.Activation;
import org.teleost.random.RandomStream;

/**
 * Two networks Q_1, Q_2 of (s, a) and, unless the variant does without, their slowly following targets. Both critics'
 * parameters lie in one array, as do both targets'.
 */
final class TwinCritics implements AutoCloseable {
    private static final int CRITICS = 2;

    private final int rows;
    private final int observationSize;
    private final int actionSize;
    private final float discount;
    private final float tau;
    private final boolean batchNorm;
    private final Parameters parameters;
    private final Network[] critics = new Network[CRITICS];
    private final Parameters targetParameters;
    private final Network[] targets = new Network[CRITICS];
    private final Adam adam;
    private final Matrix joined;
    private final float[] returns;
    private final float[] minimum;
    private final float[] actionGradient;

    TwinCritics(int observationSize, int actionSize, SacSettings settings, RandomStream random, Products products) {
        CriticVariant variant = settings.criticVariant();
        this.observationSize = observationSize;
        this.actionSize = actionSize;
        rows = settings.batchSize();
        discount = (float) settings.discount();
        tau = (float) settings.tau();
        batchNorm = variant.batchNorm();
        NetworkShape shape = new NetworkShape(
                observationSize + actionSize,
                settings.criticHidden(),
                1,
                Activation.RELU,
                variant.layerNorm(),
                settings.dropout(),
                batchNorm);
        int capacity = batchNorm ? 2 * rows : rows;
        parameters = build(shape, critics, capacity, random, products);
        targetParameters = variant.targetNetworks() ? build(shape, targets, capacity, random, products) : null;
        if (targetParameters != null) {
            targetParameters.copyFrom(parameters);
        }
        adam = new Adam(parameters.size(), settings.criticLearningRate(), settings.adamBeta1());
        joined = new Matrix(capacity, observationSize + actionSize, products);
        returns = new float[rows];
        minimum = new float[rows];
        actionGradient = new float[rows * actionSize];
    }

    private Parameters build(
            NetworkShape shape, Network[] networks, int capacity, RandomStream random, Products products) {
        Parameters array = new Parameters(CRITICS * shape.parameters(), products);
        for (int k = 0; k < CRITICS; k++) {
            networks[k] = new Network(shape, array, capacity, observationSize, random);
        }
        array.upload();
        return array;
    }

    /**
     * Sets the returns y = r + gamma (1 - terminated) (min_k Q_k(s', a') - alpha log pi(a'|s')) and the gradient of the
     * critics' loss, sum over k of the mean of (Q_k(s, a) - y)^2, with y held constant.
     *
     * @param actions a' in rows {@code rows} to 2 {@code rows} - 1
     * @param logProbabilities log pi(a'|s') in the same rows
     * @return the loss
     */
    double gradient(Batch batch, float[] actions, float[] logProbabilities, float alpha) {
        if (batchNorm) {
            // one pass over (s, a) and (s', a'), so that both share the batch's statistics
            join(batch.observations, batch.actions, 0, 0);
            join(batch.nextObservations, actions, rows, rows);
            forward(critics, 2 * rows, true);
            bootstrap(batch, critics, rows, logProbabilities, alpha);
        } else {
            join(batch.nextObservations, actions, rows, 0);
            forward(targets, rows, false);
            bootstrap(batch, targets, 0, logProbabilities, alpha);
            join(batch.observations, batch.actions, 0, 0);
            forward(critics, rows, false);
        }
        return descend();
    }

    /**
     * Copies states and actions (from row {@code actionRow} of {@code actions}) side by side to row {@code start} on.
     */
    private void join(float[] observations, float[] actions, int actionRow, int start) {
        float[] target = joined.values();
        int width = observationSize + actionSize;
        for (int row = 0; row < rows; row++) {
            int at = (start + row) * width;
            System.arraycopy(observations, row * observationSize, target, at, observationSize);
            System.arraycopy(actions, (actionRow + row) * actionSize, target, at + observationSize, actionSize);
        }
    }

    private void forward(Network[] networks, int count, boolean batchStatistics) {
        joined.upload(count);
        for (Network network : networks) {
            network.forward(joined, count, batchStatistics);
        }
    }

    private void bootstrap(Batch batch, Network[] networks, int start, float[] logProbabilities, float alpha) {
        float[] first = networks[0].output();
        float[] second = networks[1].output();
        for (int row = 0; row < rows; row++) {
            float next = Math.min(first[start + row], second[start + row]) - alpha * logProbabilities[rows + row];
            returns[row] = batch.rewards[row] + discount * (1f - batch.terminated[row]) * next;
        }
    }

    private double descend() {
        double loss = 0.0;
        for (Network critic : critics) {
            float[] values = critic.output();
            float[] gradient = critic.outputGradient();
            for (int row = 0; row < rows; row++) {
                float error = values[row] - returns[row];
                loss += (double) error * error;
                gradient[row] = 2f * error / rows;
            }
            // rows of (s', a') reach the loss through the batch's statistics alone
            for (int row = rows; row < gradient.length; row++) {
                gradient[row] = 0f;
            }
        }
        setMinimum();
        for (Network critic : critics) {
            critic.fit(batchNorm ? 2 * rows : rows);
        }
        return loss / rows;
    }

    void step() {
        adam.step(parameters);
    }

    /**
     * Evaluates min_k Q_k(s, a) at other actions for the states of the last {@link #gradient}, and its gradient with
     * respect to the actions; the critics stay as they are.
     */
    void probe(Batch batch, float[] actions) {
        join(batch.observations, actions, 0, 0);
        forward(critics, rows, false);
        setMinimum();
        Arrays.fill(actionGradient, 0f);
        for (int k = 0; k < CRITICS; k++) {
            float[] mine = critics[k].output();
            float[] other = critics[1 - k].output();
            float[] gradient = critics[k].outputGradient();
            for (int row = 0; row < rows; row++) {
                boolean smaller = k == 0 ? mine[row] <= other[row] : mine[row] < other[row];
                gradient[row] = smaller ? 1f : 0f;
            }
            float[] byAction = critics[k].probe(rows);
            for (int i = 0; i < actionGradient.length; i++) {
                actionGradient[i] += byAction[i];
            }
        }
    }

    private void setMinimum() {
        float[] first = critics[0].output();
        float[] second = critics[1].output();
        for (int row = 0; row < rows; row++) {
            minimum[row] = Math.min(first[row], second[row]);
        }
    }

    /** The smaller critic's values at the last evaluated actions, shape [rows]. */
    float[] minimum() {
        return minimum;
    }

    /** Gradient of {@link #minimum} with respect to the actions after {@link #probe}, shape [rows][actionSize]. */
    float[] actionGradient() {
        return actionGradient;
    }

    /** Q_target += tau (Q - Q_target). */
    void moveTargets() {
        if (targetParameters != null) {
            targetParameters.approach(parameters, tau);
        }
    }

    Parameters parameters() {
        return parameters;
    }

    Parameters targetParameters() {
        return targetParameters;
    }

    /** Running averages of critic {@code k}'s batch normalisation, empty without it. */
    float[] statistics(int k) {
        return critics[k].statistics();
    }

    void write(DataOutput out) throws IOException {
        parameters.write(out);
        adam.write(out);
        for (Network critic : critics) {
            FloatBlock.write(critic.statistics(), out);
        }
        if (targetParameters != null) {
            targetParameters.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        parameters.read(in, "critics");
        adam.read(in, "critics.adam");
        for (Network critic : critics) {
            FloatBlock.read(critic.statistics(), in, "critics.statistics");
        }
        if (targetParameters != null) {
            targetParameters.read(in, "targets");
        }
    }

    @Override
    public void close() {
        for (int k = 0; k < CRITICS; k++) {
            critics[k].close();
            if (targets[k] != null) {
                targets[k].close();
            }
        }
        parameters.close();
        if (targetParameters != null) {
            targetParameters.close();
        }
        joined.close();
    }
}
