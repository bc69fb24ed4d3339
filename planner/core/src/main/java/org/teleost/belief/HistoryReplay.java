package org.teleost.belief;

import org.teleost.model.GenerativeModel;
import org.teleost.model.State;

/**
 * Rebuilds a collapsed belief: particles from the prior are filtered through the remembered history again with fresh
 * random numbers, resampling at every step. Bounded: at most {@link RememberedHistory#ATTEMPTS} passes over at most
 * {@link RememberedHistory#CAPACITY} steps; a longer history can't be replayed from the prior and recovery fails.
 */
final class HistoryReplay {
    private final GenerativeModel model;
    private final RememberedHistory history;
    private final State state;
    private final ParticleStep move;

    /** Scratch, one per particle. */
    private final double[] logWeights;

    /** What the agreeing particle of the last step observed in its own simulation. */
    private long simulated;

    HistoryReplay(GenerativeModel model, RememberedHistory history, double[] logWeights) {
        this.logWeights = logWeights;
        this.model = model;
        this.history = history;
        move = new ParticleStep(model);
        state = model.layout().newState();
    }

    /** Returns distinct survivors of the last replayed step, 0 on failure (belief garbage then). */
    int rebuild(ParticleBelief belief, long seed, long update, Resampler resampler) {
        if (!history.isComplete()) {
            return 0;
        }
        ParticleBelief scratch = new ParticleBelief(belief.layout(), belief.size());
        for (int attempt = 0; attempt < RememberedHistory.ATTEMPTS; attempt++) {
            long key = RememberedHistory.attemptSeed(seed, update, attempt);
            int survivors = replay(belief, scratch, key, resampler);
            if (survivors > 0) {
                return survivors;
            }
        }
        return 0;
    }

    private int replay(ParticleBelief belief, ParticleBelief scratch, long key, Resampler resampler) {
        belief.sampleInitial(model, key);
        int survivors = 0;
        for (int step = 0; step < history.length(); step++) {
            history.loadAction(step, state.action);
            int agreeing = filter(belief, key, step);
            if (agreeing < 0) {
                return 0;
            }
            belief.load(agreeing, state);
            if (history.isObserved(step)) {
                move.remember(state, history.action(step), history.observation(step));
            } else {
                move.rememberUnobserved(state, history.action(step), simulated);
            }
            belief.storeHistory(state);
            belief.normalise();
            survivors = resampler.resample(belief, scratch, key, step);
        }
        return survivors;
    }

    /** Propagates and weighs one step; returns an agreeing particle or -1. */
    private int filter(ParticleBelief belief, long key, int step) {
        int agreeing = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            double likelihood = history.isObserved(step)
                    ? move.move(state, history.action(step), history.observation(step), key, step + 1L, i)
                    : move.drift(state, history.action(step), key, step + 1L, i);
            belief.store(i, state);
            // likelihoods may be densities of any size: keep them as logarithms until the largest is known
            logWeights[i] = likelihood;
            if (likelihood > best) {
                best = likelihood;
                agreeing = i;
                simulated = move.simulated();
            }
        }
        for (int i = 0; i < belief.size() && agreeing >= 0; i++) {
            belief.setWeight(i, Math.exp(logWeights[i] - best));
        }
        return agreeing;
    }
}
