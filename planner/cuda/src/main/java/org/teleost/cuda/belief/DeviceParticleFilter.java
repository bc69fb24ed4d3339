package org.teleost.cuda.belief;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.belief.RememberedHistory;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;

/**
 * {@link ParticleFilter} on a device: the same streams, the same particles after resampling, the same recovery by
 * replaying the history. The belief stays on the device; {@link DeviceBelief#store} fetches it for whoever wants to see
 * it.
 */
public final class DeviceParticleFilter implements AutoCloseable {
    private final GenerativeModel model;
    private final DeviceBelief belief;
    private final long seed;
    private final RememberedHistory history = new RememberedHistory();
    private final BeliefHealth health = new BeliefHealth();

    /** The belief of before, kept on the host while a replay uses the device's. */
    private ParticleBelief kept;

    private long updates;

    /** A filter with the streams of a {@link ParticleFilter} of the same seed; owns {@code belief}. */
    public DeviceParticleFilter(GenerativeModel model, DeviceBelief belief, long seed) {
        this.model = model;
        this.belief = belief;
        this.seed = ParticleFilter.streamSeed(seed);
    }

    /** The belief on the device. */
    public DeviceBelief belief() {
        return belief;
    }

    /** Draws the initial belief and forgets the past. */
    public void initialise() {
        belief.sampleInitial(seed);
        updates = 0;
        history.clear();
    }

    /** Replaces the belief by the posterior; the returned health is overwritten by the next update. */
    public BeliefHealth update(int action, long observation) {
        if (action < 0 || action >= model.actionCount()) {
            throw new IllegalArgumentException(
                    "action=" + action + "; allowed range 0 to " + (model.actionCount() - 1));
        }
        updates++;
        history.remember(action, observation);
        double below = ParticleFilter.RESAMPLE_BELOW * belief.size();
        BeliefReport report = belief.update(new BeliefStep(seed, updates, updates, action, observation, below));
        requireSound(report, action, observation, updates);
        health.particles = belief.size();
        health.terminalParticles = report.terminal();
        health.resampled = report.resampled();
        health.logEvidence = report.lost() ? Double.NEGATIVE_INFINITY : report.logEvidence();
        health.effectiveSampleSize = report.effectiveSampleSize();
        health.uniqueAncestors = report.resampled() ? report.survivors() : report.positive();
        if (report.lost()) {
            recover();
        } else {
            health.judge();
        }
        return health;
    }

    private void recover() {
        if (kept == null) {
            kept = new ParticleBelief(model.layout(), belief.size());
        }
        belief.store(kept);
        for (int attempt = 0; attempt < RememberedHistory.ATTEMPTS && history.isComplete(); attempt++) {
            int survivors = replay(RememberedHistory.attemptSeed(seed, updates, attempt));
            if (survivors > 0) {
                health.effectiveSampleSize = belief.size();
                health.uniqueAncestors = survivors;
                health.level = Level.RECOVERED;
                return;
            }
        }
        belief.load(kept);
        history.forgetLast();
        health.level = Level.LOST;
    }

    /** Filters particles from the prior through the history, resampling every time; 0 when a step kills them all. */
    private int replay(long key) {
        belief.sampleInitial(key);
        int survivors = 0;
        for (int step = 0; step < history.length(); step++) {
            BeliefStep replayed = new BeliefStep(
                    key, step + 1L, step, history.action(step), history.observation(step), Double.POSITIVE_INFINITY);
            BeliefReport report = belief.update(replayed);
            requireSound(report, history.action(step), history.observation(step), step + 1L);
            if (report.lost()) {
                return 0;
            }
            survivors = report.survivors();
        }
        return survivors;
    }

    private void requireSound(BeliefReport report, int action, long observation, long step) {
        if (report.fault() >= 0) {
            String what = "logLikelihood(observation=" + observation + ")=" + report.faultLikelihood()
                    + " on the device; it must be a number or negative infinity";
            throw ModelException.at(model, action, (int) step, report.fault(), what, null);
        }
    }

    @Override
    public void close() {
        belief.close();
    }
}
