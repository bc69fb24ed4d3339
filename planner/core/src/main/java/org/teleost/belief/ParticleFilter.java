package org.teleost.belief;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Sequential importance resampling: propagate every particle through the model, weigh it by the likelihood of the
 * observation, resample systematically when the effective sample size falls below half. Particles that the step ended
 * get weight zero, since the world went on. When no particle agrees the belief is rebuilt by replaying the history from
 * the prior; every loop is bounded. No allocation per update.
 */
public final class ParticleFilter implements ResilientUpdater {
    /** Share of the particles; a smaller effective sample size is resampled. */
    public static final double RESAMPLE_BELOW = 0.5;

    private static final int SAMPLED = 32;

    private final GenerativeModel model;
    private final long builtWith;
    private final long seed;
    private final ParticleBelief spare;
    private final double[] logWeights;
    private final State state;
    private final ParticleStep step;
    private final BeliefHealth health = new BeliefHealth();
    private final Resampler resampler;
    private final RememberedHistory history = new RememberedHistory();
    private final HistoryReplay replay;
    private long updates;
    private int terminal;

    public ParticleFilter(GenerativeModel model, int particles, long seed) {
        this.model = model;
        builtWith = seed;
        this.seed = streamSeed(seed);
        spare = new ParticleBelief(model.layout(), particles);
        logWeights = new double[particles];
        state = model.layout().newState();
        step = new ParticleStep(model);
        resampler = new Resampler(model, particles);
        replay = new HistoryReplay(model, history, logWeights);
    }

    /** The model that moves and weighs the particles. */
    public GenerativeModel model() {
        return model;
    }

    /** Particles of the beliefs that it carries. */
    public int particles() {
        return logWeights.length;
    }

    /** The seed that it was built with. */
    public long seed() {
        return builtWith;
    }

    /** The seed of the filter's own streams, for a filter built with {@code seed}. */
    public static long streamSeed(long seed) {
        return RandomStream.derive(seed, 0xBE11EFL);
    }

    @Override
    public void initialise(ParticleBelief belief) {
        requireSize(belief);
        belief.sampleInitial(model, seed);
        updates = 0;
        history.clear();
    }

    @Override
    public void executing(float[] action) {
        model.layout().action().check(action);
        System.arraycopy(action, 0, state.action, 0, action.length);
    }

    @Override
    public BeliefHealth update(ParticleBelief belief, int action, long observation, float[] percept) {
        require(belief, action);
        updates++;
        history.remember(action, state.action, observation);
        spare.copyFrom(belief);
        double best = propagateOrRestore(belief, action, observation);
        health.particles = belief.size();
        health.terminalParticles = terminal;
        health.resampled = false;
        health.endComparing();
        if (best == Double.NEGATIVE_INFINITY) {
            recover(belief);
            return health;
        }
        advanceHistory(belief, action, observation);
        weigh(belief, best);
        return health;
    }

    @Override
    public BeliefHealth updateUnobserved(ParticleBelief belief, int action) {
        require(belief, action);
        updates++;
        history.rememberUnobserved(action, state.action);
        spare.copyFrom(belief);
        health.particles = belief.size();
        health.resampled = false;
        health.logEvidence = 0.0;
        health.surprise = Double.NEGATIVE_INFINITY;
        if (!drift(belief, action, seed, updates)) {
            belief.copyFrom(spare);
            history.forgetLast();
            health.terminalParticles = terminal;
            health.effectiveSampleSize = 0.0;
            health.uniqueAncestors = 0;
            health.level = BeliefHealth.Level.LOST;
            return health;
        }
        health.terminalParticles = terminal;
        health.effectiveSampleSize = belief.effectiveSampleSize();
        health.uniqueAncestors = belief.size() - terminal;
        health.judge();
        return health;
    }

    @Override
    public void predict(ParticleBelief belief, int action, int ahead) {
        require(belief, action);
        spare.copyFrom(belief);
        if (!drift(belief, action, RandomStream.derive(seed, ~(long) ahead), updates)) {
            belief.copyFrom(spare);
        }
    }

    /** Moves the particles without weighing them; false when the action ended them all. */
    private boolean drift(ParticleBelief belief, int action, long key, long number) {
        terminal = 0;
        int survivor = -1;
        long simulated = 0;
        for (int i = 0; i < belief.size(); i++) {
            if (belief.weight(i) <= 0.0) {
                continue;
            }
            belief.load(i, state);
            if (step.drift(state, action, key, number, i) == Double.NEGATIVE_INFINITY) {
                terminal++;
                belief.setWeight(i, 0.0);
                continue;
            }
            if (survivor < 0) {
                survivor = i;
                simulated = step.simulated();
            }
            belief.store(i, state);
        }
        if (survivor < 0) {
            return false;
        }
        belief.normalise();
        if (state.history.length > 0) {
            belief.load(survivor, state);
            step.rememberUnobserved(state, action, simulated);
            belief.storeHistory(state);
        }
        return true;
    }

    @Override
    public long mark() {
        return history.steps();
    }

    @Override
    public void rewind(long mark) {
        history.truncate(mark);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(builtWith);
        out.writeLong(updates);
        history.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        long other = in.readLong();
        if (other != builtWith) {
            throw new IOException("the filter was built with seed=" + builtWith + ", the saved one with seed=" + other
                    + "; give both the same seed");
        }
        updates = in.readLong();
        history.load(in, state.action.length);
    }

    /** A model that throws must not leave half of the particles behind. */
    private double propagateOrRestore(ParticleBelief belief, int action, long observation) {
        boolean moved = false;
        try {
            double best = propagate(belief, action, observation);
            moved = true;
            return best;
        } finally {
            if (!moved) {
                belief.copyFrom(spare);
                history.forgetLast();
            }
        }
    }

    /** Moves the particles and fills logWeights; returns the largest. */
    private double propagate(ParticleBelief belief, int action, long observation) {
        double best = Double.NEGATIVE_INFINITY;
        terminal = 0;
        health.startComparing();
        int every = samplingStep(belief.size());
        for (int i = 0; i < belief.size(); i++) {
            double weight = belief.weight(i);
            logWeights[i] = Double.NEGATIVE_INFINITY;
            if (weight <= 0.0) {
                continue;
            }
            belief.load(i, state);
            double likelihood = step.move(state, action, observation, seed, updates, i);
            terminal += step.ended() ? 1 : 0;
            if (i % every == 0) {
                health.simulated(step.ofItsOwn(state, action));
            }
            health.observed(likelihood);
            belief.store(i, state);
            logWeights[i] = Math.log(weight) + likelihood;
            best = Math.max(best, logWeights[i]);
        }
        return best;
    }

    /** Every so many particles one tells how likely the observations are that it simulates itself. */
    public static int samplingStep(int particles) {
        return Math.max(1, particles / SAMPLED);
    }

    private void advanceHistory(ParticleBelief belief, int action, long observation) {
        if (state.history.length == 0) {
            return;
        }
        for (int i = 0; i < belief.size(); i++) {
            if (logWeights[i] > Double.NEGATIVE_INFINITY) {
                belief.load(i, state);
                step.remember(state, action, observation);
                belief.storeHistory(state);
                return;
            }
        }
    }

    private void weigh(ParticleBelief belief, double best) {
        int n = belief.size();
        for (int i = 0; i < n; i++) {
            belief.setWeight(i, Math.exp(logWeights[i] - best));
        }
        health.logEvidence = best + Math.log(belief.normalise());
        health.effectiveSampleSize = belief.effectiveSampleSize();
        int survivors = 0;
        for (int i = 0; i < n; i++) {
            survivors += belief.weight(i) > 0.0 ? 1 : 0;
        }
        health.uniqueAncestors = survivors;
        if (health.effectiveSampleSize < RESAMPLE_BELOW * n) {
            health.uniqueAncestors = resampler.resample(belief, spare, seed, updates);
            health.resampled = true;
        }
        health.judge();
    }

    /** Restores the belief of before, or a rebuilt one when the replay finds particles that explain the history. */
    private void recover(ParticleBelief belief) {
        health.logEvidence = Double.NEGATIVE_INFINITY;
        health.effectiveSampleSize = 0.0;
        health.uniqueAncestors = 0;
        int found = replay.rebuild(belief, seed, updates, resampler);
        if (found > 0) {
            health.effectiveSampleSize = belief.effectiveSampleSize();
            health.uniqueAncestors = found;
            health.level = BeliefHealth.Level.RECOVERED;
        } else {
            belief.copyFrom(spare);
            history.forgetLast();
            health.level = BeliefHealth.Level.LOST;
        }
    }

    private void require(ParticleBelief belief, int action) {
        requireSize(belief);
        if (action < 0 || action >= model.actionCount()) {
            throw new IllegalArgumentException(
                    "action=" + action + "; allowed range 0 to " + (model.actionCount() - 1));
        }
    }

    private void requireSize(ParticleBelief belief) {
        if (belief.size() != logWeights.length) {
            throw new IllegalArgumentException("belief has particles=" + belief.size() + ", the filter was built for "
                    + logWeights.length + "; give both the same number");
        }
    }
}
