package org.teleost.experiments.study;

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

/** Counts updates and pulls {@link Drift}'s point back a little harder with each. */
final class StillLearner implements OffPolicyLearner {
    private final long divergesAt;
    private long updates;

    StillLearner() {
        this(Long.MAX_VALUE);
    }

    StillLearner(long divergesAt) {
        this.divergesAt = divergesAt;
    }

    @Override
    public void update(Batch batch, UpdateMetrics out) {
        updates++;
        out.finite = updates < divergesAt;
    }

    @Override
    public PolicyNetwork snapshot() {
        float pull = -Math.min(1f, 0.01f * updates);
        DenseLayer head = new DenseLayer(2, 2, new float[] {pull, 0f, 0f, 0f}, new float[] {0f, -5f}, Activation.NONE);
        return new PolicyNetwork(List.of(head), new float[] {-1f}, new float[] {1f}, -20f, 2f, updates);
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(updates);
    }

    @Override
    public void read(DataInput in) throws IOException {
        updates = in.readLong();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
