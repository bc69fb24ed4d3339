package org.teleost.learn.agent;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.PolicyNetwork;

/** Learns a policy from batches of transitions. Belongs to one thread. */
public interface OffPolicyLearner extends AutoCloseable {

    /**
     * One update of all networks.
     *
     * @param out receives the losses of this update
     */
    void update(Batch batch, UpdateMetrics out);

    /** An immutable copy of the actor network alone. */
    PolicyNetwork snapshot();

    /** Updates done so far, over all resumptions. */
    long updates();

    /** Writes networks, optimiser moments, temperature, random streams and counters: all that the next update reads. */
    void write(DataOutput out) throws IOException;

    /**
     * Restores what {@link #write} wrote; the next update then has the same bits.
     *
     * @throws IOException if the data belongs to networks of another shape, or ends early
     */
    void read(DataInput in) throws IOException;

    @Override
    void close();
}
