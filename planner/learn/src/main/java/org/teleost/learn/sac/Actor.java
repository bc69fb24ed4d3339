package org.teleost.learn.sac;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.teleost.learn.network.Adam;
import org.teleost.learn.network.Matrix;
import org.teleost.learn.network.Network;
import org.teleost.learn.network.NetworkShape;
import org.teleost.learn.network.Parameters;
import org.teleost.learn.network.Products;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.DenseLayer;
import org.teleost.random.RandomStream;

/**
 * The policy network pi(a|s). One forward pass serves states (rows 0 to n - 1) and next states (rows n to 2n - 1),
 * because the actor is the same for both; the backward pass then takes the first n rows.
 */
final class Actor implements AutoCloseable {
    private final int rows;
    private final Parameters parameters;
    private final Network network;
    private final Adam adam;
    private final Matrix observations;
    private final SquashedGaussian policy;

    Actor(int observationSize, int actionSize, SacSettings settings, RandomStream random, Products products) {
        NetworkShape shape = new NetworkShape(
                observationSize, settings.actorHidden(), 2 * actionSize, settings.actorTrunk(), false, 0.0, false);
        rows = settings.batchSize();
        parameters = new Parameters(shape.parameters(), products);
        network = new Network(shape, parameters, 2 * rows, 0, random);
        parameters.upload();
        adam = new Adam(parameters.size(), settings.actorLearningRate(), settings.adamBeta1());
        observations = new Matrix(2 * rows, observationSize, products);
        policy = new SquashedGaussian(2 * rows, actionSize);
    }

    /** Draws an action for each state and each next state of the batch. */
    void sample(Batch batch, RandomStream random) {
        policy.drawNoise(2 * rows, random);
        sample(batch);
    }

    /** Actions for the noise drawn before. */
    void sample(Batch batch) {
        int half = batch.observations.length;
        System.arraycopy(batch.observations, 0, observations.values(), 0, half);
        System.arraycopy(batch.nextObservations, 0, observations.values(), half, half);
        observations.upload(2 * rows);
        policy.sample(network.forward(observations, 2 * rows, false), 2 * rows);
    }

    /** Actions at the states, then at the next states, shape [2 rows][actionSize]. */
    float[] actions() {
        return policy.actions();
    }

    /** log pi of these actions, shape [2 rows]. */
    float[] logProbabilities() {
        return policy.logProbabilities();
    }

    float[] noise() {
        return policy.noise();
    }

    /** Mean of log pi(a|s) over the states of the batch. */
    double meanLogProbability() {
        double sum = 0.0;
        for (int row = 0; row < rows; row++) {
            sum += policy.logProbabilities()[row];
        }
        return sum / rows;
    }

    /** Gradient of mean(alpha log pi(a|s) - q(s, a)); {@code valueGradient} is dq/da, shape [rows][actionSize]. */
    void gradient(float[] valueGradient, float alpha) {
        policy.gradient(valueGradient, alpha, rows, network.outputGradient());
        network.fit(rows);
    }

    void step() {
        adam.step(parameters);
    }

    Parameters parameters() {
        return parameters;
    }

    List<DenseLayer> export() {
        return network.export();
    }

    void write(DataOutput out) throws IOException {
        parameters.write(out);
        adam.write(out);
    }

    void read(DataInput in) throws IOException {
        parameters.read(in, "actor");
        adam.read(in, "actor.adam");
    }

    @Override
    public void close() {
        network.close();
        parameters.close();
        observations.close();
    }
}
