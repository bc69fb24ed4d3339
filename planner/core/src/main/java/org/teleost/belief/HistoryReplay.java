package org.teleost.belief;

import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Rebuilds a collapsed belief: particles from the prior are filtered through the remembered history again with fresh
 * random numbers, resampling at every step. Bounded: at most {@link #ATTEMPTS} passes over at most {@link #REMEMBERED}
 * steps; a longer history can't be replayed from the prior and recovery fails.
 */
final class HistoryReplay {
    static final int REMEMBERED = 1024;
    static final int ATTEMPTS = 3;

    private final GenerativeModel model;
    private final int[] actions = new int[REMEMBERED];
    private final long[] observations = new long[REMEMBERED];
    private final State state;
    private final ParticleStep move;
    private long length;

    HistoryReplay(GenerativeModel model) {
        this.model = model;
        move = new ParticleStep(model);
        state = model.layout().newState();
    }

    void clear() {
        length = 0;
    }

    void remember(int action, long observation) {
        if (length < REMEMBERED) {
            actions[(int) length] = action;
            observations[(int) length] = observation;
        }
        length++;
    }

    /** Drops a step that nothing explains, so that it does not spoil later replays. */
    void forgetLast() {
        length--;
    }

    /** Returns distinct survivors of the last replayed step, 0 on failure (belief garbage then). */
    int rebuild(ParticleBelief belief, long seed, long update, Resampler resampler) {
        if (length > REMEMBERED) {
            return 0;
        }
        ParticleBelief scratch = new ParticleBelief(belief.layout(), belief.size());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long key = RandomStream.derive(seed, update * ATTEMPTS + attempt);
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
        for (int step = 0; step < length; step++) {
            int agreeing = filter(belief, key, step);
            if (agreeing < 0) {
                return 0;
            }
            belief.load(agreeing, state);
            model.updateHistory(state, actions[step], observations[step]);
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
            double likelihood = move.move(state, actions[step], observations[step], key, step + 1L, i);
            belief.store(i, state);
            // likelihoods may be densities of any size: keep them as logarithms until the largest is known
            belief.setWeight(i, likelihood);
            if (likelihood > best) {
                best = likelihood;
                agreeing = i;
            }
        }
        for (int i = 0; i < belief.size() && agreeing >= 0; i++) {
            belief.setWeight(i, Math.exp(belief.weight(i) - best));
        }
        return agreeing;
    }
}
