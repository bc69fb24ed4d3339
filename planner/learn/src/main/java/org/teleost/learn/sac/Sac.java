package org.teleost.learn.sac;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.network.Products;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.PolicyNetwork;
import org.teleost.problem.Box;
import org.teleost.random.RandomStream;

/**
 * Soft actor-critic (Haarnoja et al., "Soft actor-critic algorithms and applications", 2018). Learns in normalised
 * actions, [-1, 1] per component. All that is random in an update follows from the seed and the number of the update,
 * so the same seed and batches give the same bits on one machine with one number of BLAS threads.
 *
 * <p>Measured on one 2.6 GHz core with 64 observations, 256-256 units, 4 actions and batch 128: 200 updates per second,
 * 4.9 ms each, of which the matrix products take 3.8 (93 as plain Java loops), Adam, Polyak and copies of parameters
 * 0.2; nothing is allocated.
 *
 * <p>Observations are taken as they are, so they should be of order one, or {@code normaliseObservations} be set.
 */
public final class Sac implements OffPolicyLearner {
    private static final int MAGIC = 0x53414331;
    private static final int FORMAT = 1;
    private static final int INITIALISATION = 0;
    private static final int NOISE = 1;

    private final int observationSize;
    private final Box actionBox;
    private final SacSettings settings;
    private final RandomStream random;
    private final Actor actor;
    private final TwinCritics critics;
    private final Temperature temperature;

    /** Null where observations are taken as they are. */
    private final ObservationScale scale;

    private long noiseSeed;
    private long updates;
    private boolean closed;

    /**
     * @param observationSize components of an observation, positive
     * @param actionBox executed range of each action component, finite
     * @param seed of initial parameters, policy noise and dropout
     * @throws IllegalArgumentException if a size is not positive or the box is not finite
     */
    public Sac(int observationSize, Box actionBox, SacSettings settings, long seed) {
        this(observationSize, actionBox, settings, seed, Products.standard());
    }

    /** As above, with its matrices multiplied by {@code products}. */
    public Sac(int observationSize, Box actionBox, SacSettings settings, long seed, Products products) {
        if (observationSize < 1) {
            throw new IllegalArgumentException("observationSize=" + observationSize + "; at least 1 is needed");
        }
        if (!actionBox.bounded()) {
            throw new IllegalArgumentException(
                    "action box has an infinite bound: " + actionBox + "; a squashed policy needs finite bounds");
        }
        this.observationSize = observationSize;
        this.actionBox = actionBox;
        this.settings = settings;
        noiseSeed = RandomStream.derive(seed, NOISE);
        random = new RandomStream(RandomStream.derive(seed, INITIALISATION));
        actor = new Actor(observationSize, actionBox.size(), settings, random, products);
        critics = new TwinCritics(observationSize, actionBox.size(), settings, random, products);
        temperature = new Temperature(settings, actionBox.size());
        scale = settings.normaliseObservations()
                ? new ObservationScale(observationSize, actionBox.size(), settings.batchSize())
                : null;
    }

    public SacSettings settings() {
        return settings;
    }

    /**
     * {@inheritDoc} With a policy delay, {@code actorLoss} keeps its value in the updates that leave the actor alone.
     *
     * @throws IllegalArgumentException if the batch has another shape than the learner
     * @throws IllegalStateException after {@link #close}
     */
    @Override
    public void update(Batch drawn, UpdateMetrics out) {
        requireOpen();
        requireShape(drawn);
        Batch batch = scale == null ? drawn : scale.see(drawn);
        random.startEpisode(noiseSeed, updates, 0);
        float alpha = temperature.alpha();

        // a ~ pi(.|s), a' ~ pi(.|s')
        actor.sample(batch, random);

        // y = r + gamma (1 - terminated) (min_k Q_target,k(s', a') - alpha log pi(a'|s'))
        // Q_k descends mean (Q_k(s, a) - y)^2
        out.criticLoss = critics.gradient(batch, actor.actions(), actor.logProbabilities(), alpha);
        out.actionValue = mean(critics.minimum());
        critics.step();

        double meanLogProbability = actor.meanLogProbability();
        if (updates % settings.policyDelay() == 0) {
            // pi descends mean (alpha log pi(a|s) - min_k Q_k(s, a))
            critics.probe(batch, actor.actions());
            out.actorLoss = alpha * meanLogProbability - mean(critics.minimum());
            actor.gradient(critics.actionGradient(), alpha);
            actor.step();

            // log alpha descends -log alpha (mean log pi(a|s) + target entropy)
            temperature.fit(meanLogProbability);
        }

        // Q_target,k += tau (Q_k - Q_target,k)
        critics.moveTargets();
        updates++;

        out.alpha = temperature.alpha();
        out.entropy = -meanLogProbability;
        out.finite = finite(out);
    }

    private boolean finite(UpdateMetrics out) {
        return Double.isFinite(out.criticLoss + out.actorLoss + out.actionValue + out.alpha + out.entropy)
                && actor.parameters().finite()
                && critics.parameters().finite();
    }

    private static double mean(float[] values) {
        double sum = 0.0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The networks' memory is native: touching it after it is freed would end the process. */
    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "learner is closed: updates=" + updates + "; build a new one and read its state");
        }
    }

    private void requireShape(Batch batch) {
        if (batch.rows != settings.batchSize()
                || batch.observationSize != observationSize
                || batch.actionSize != actionBox.size()) {
            throw new IllegalArgumentException("batch does not fit the learner: rows=" + batch.rows + " expected="
                    + settings.batchSize() + ", observationSize=" + batch.observationSize + " expected="
                    + observationSize + ", actionSize=" + batch.actionSize + " expected=" + actionBox.size());
        }
    }

    /** @throws IllegalArgumentException if training has diverged to weights that are not finite */
    @Override
    public PolicyNetwork snapshot() {
        return new PolicyNetwork(
                scale == null ? actor.export() : scale.fold(actor.export()),
                actionBox.low(),
                actionBox.high(),
                SquashedGaussian.LOG_SIGMA_LOW,
                SquashedGaussian.LOG_SIGMA_HIGH,
                updates);
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeUTF(shape());
        out.writeLong(noiseSeed);
        out.writeLong(updates);
        actor.write(out);
        critics.write(out);
        temperature.write(out);
        if (scale != null) {
            scale.write(out);
        }
    }

    /** {@inheritDoc} After an exception from the middle of the data the learner is half restored: close it. */
    @Override
    public void read(DataInput in) throws IOException {
        requireOpen();
        int magic = in.readInt();
        int format = in.readInt();
        if (magic != MAGIC || format != FORMAT) {
            throw new IOException("not the state of this learner: magic=0x" + Integer.toHexString(magic)
                    + " expected=0x" + Integer.toHexString(MAGIC) + ", format=" + format + " expected=" + FORMAT);
        }
        String saved = in.readUTF();
        if (!saved.equals(shape())) {
            throw new IOException("saved learner has another shape: saved=(" + saved + ") expected=(" + shape()
                    + "); restore it with the settings it was saved with");
        }
        noiseSeed = in.readLong();
        updates = in.readLong();
        if (updates < 0) {
            throw new IOException("saved learner has updates=" + updates);
        }
        actor.read(in);
        critics.read(in);
        temperature.read(in);
        if (scale != null) {
            scale.read(in);
        }
    }

    private String shape() {
        return "observations=" + observationSize + " actions=" + actionBox.size() + " actorHidden="
                + settings.actorHidden() + " actorTrunk=" + settings.actorTrunk() + " criticHidden="
                + settings.criticHidden() + " criticVariant=" + settings.criticVariant()
                + (scale == null ? "" : " normaliseObservations=true");
    }

    /** Frees the networks' native memory; the learner can still be written, but not updated or read. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            actor.close();
            critics.close();
        }
    }
}
