package org.teleost.cuda.belief;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.belief.RememberedHistory;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;

/**
 * {@link ParticleFilter} on a device: the same streams, the same particles after resampling, the same recovery by
 * replaying the history. The particles live in a {@link DeviceBelief}; nobody copies them unless the host reads or
 * changes its {@link ParticleBelief}.
 */
public final class DeviceParticleFilter implements BeliefUpdater {
    private final GenerativeModel model;
    private final DeviceBelief room;
    private final long seed;
    private final RememberedHistory history = new RememberedHistory();
    private final BeliefHealth health = new BeliefHealth();
    private long updates;

    /** A filter with the streams of a {@link ParticleFilter} of the same seed, in a room that others may use too. */
    public DeviceParticleFilter(GenerativeModel model, DeviceBelief room, long seed) {
        this.model = model;
        this.room = room;
        this.seed = ParticleFilter.streamSeed(seed);
    }

    @Override
    public void initialise(ParticleBelief belief) {
        room.sampleInitial(belief, seed);
        updates = 0;
        history.clear();
    }

    @Override
    public BeliefHealth update(ParticleBelief belief, int action, long observation, float[] percept) {
        if (action < 0 || action >= model.actionCount()) {
            throw new IllegalArgumentException(
                    "action=" + action + "; allowed range 0 to " + (model.actionCount() - 1));
        }
        room.bring(belief);
        updates++;
        history.remember(action, observation);
        double below = ParticleFilter.RESAMPLE_BELOW * room.size();
        BeliefReport report = room.update(new BeliefStep(seed, updates, updates, action, observation, below));
        requireSound(report, action, observation, updates);
        health.particles = room.size();
        health.terminalParticles = report.terminal();
        health.resampled = report.resampled();
        health.logEvidence = report.lost() ? Double.NEGATIVE_INFINITY : report.logEvidence();
        health.effectiveSampleSize = report.effectiveSampleSize();
        health.uniqueAncestors = report.resampled() ? report.survivors() : report.positive();
        health.compare(report.leastSimulated(), report.mostSimulated(), report.mostObserved());
        if (report.lost()) {
            recover();
        } else {
            health.judge();
        }
        return health;
    }

    /** Rebuilds the belief beside the one of before, which stays when that fails. */
    private void recover() {
        int survivors = 0;
        room.exchange();
        try {
            for (int attempt = 0; survivors == 0 && attempt < RememberedHistory.ATTEMPTS; attempt++) {
                survivors = history.isComplete() ? replay(RememberedHistory.attemptSeed(seed, updates, attempt)) : 0;
            }
        } finally {
            if (survivors == 0) {
                room.exchange();
            }
        }
        if (survivors > 0) {
            health.effectiveSampleSize = room.size();
            health.uniqueAncestors = survivors;
            health.level = Level.RECOVERED;
        } else {
            history.forgetLast();
            health.level = Level.LOST;
        }
    }

    /** Filters particles from the prior through the history, resampling every time; 0 when a step kills them all. */
    private int replay(long key) {
        room.sampleInitial(key);
        int survivors = 0;
        for (int step = 0; step < history.length(); step++) {
            BeliefStep replayed = new BeliefStep(
                    key, step + 1L, step, history.action(step), history.observation(step), Double.POSITIVE_INFINITY);
            BeliefReport report = room.update(replayed);
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
}
