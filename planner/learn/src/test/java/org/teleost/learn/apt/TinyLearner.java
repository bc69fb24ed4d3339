package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyNetwork;

/** Weights that depend on every bit of every batch; learns nothing. */
final class TinyLearner implements OffPolicyLearner {
    final float[] weights = new float[TinyProblem.OBSERVATIONS * 2 * TinyProblem.ACTIONS];
    Runnable beforeUpdate = () -> {};
    long diverges = Long.MAX_VALUE;
    private long updates;

    @Override
    public void update(Batch batch, UpdateMetrics out) {
        beforeUpdate.run();
        for (int row = 0; row < batch.rows; row++) {
            float signal = batch.rewards[row]
                    + batch.observations[row * TinyProblem.OBSERVATIONS]
                    - 0.5f * batch.nextObservations[row * TinyProblem.OBSERVATIONS + 1]
                    + batch.actions[row * TinyProblem.ACTIONS]
                    - batch.terminated[row];
            int weight = (int) ((updates + row) % weights.length);
            weights[weight] = 0.99f * weights[weight] + 0.01f * (float) Math.sin(signal);
        }
        updates++;
        out.criticLoss = weights[0];
        out.finite = updates < diverges;
    }

    @Override
    public PolicyNetwork snapshot() {
        DenseLayer head = new DenseLayer(
                TinyProblem.OBSERVATIONS,
                2 * TinyProblem.ACTIONS,
                weights,
                new float[2 * TinyProblem.ACTIONS],
                Activation.NONE);
        return new PolicyNetwork(List.of(head), new float[] {-2f, 0f}, new float[] {2f, 1f}, -20f, 2f, updates);
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(updates);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        updates = in.readLong();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
    }

    @Override
    public void close() {
        // holds nothing
    }
}
