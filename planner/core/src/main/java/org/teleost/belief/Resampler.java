package org.teleost.belief;

import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Systematic resampling (Kitagawa 1996) in place, with the model's rejuvenation of duplicates. */
final class Resampler {
    private final GenerativeModel model;
    private final int[] copies;
    private final State state;
    private final RandomStream stream = new RandomStream(0);

    Resampler(GenerativeModel model, int particles) {
        this.model = model;
        copies = new int[particles];
        state = model.layout().newState();
    }

    /** Resamples to uniform weights; {@code spare} is scratch. Returns the number of distinct survivors. */
    int resample(ParticleBelief belief, ParticleBelief spare, long seed, long update) {
        int n = belief.size();
        stream.startEpisode(seed, update, n);
        double position = stream.nextDouble() / n;
        double cumulative = 0.0;
        int placed = 0;
        int survivors = 0;
        int last = 0;
        for (int i = 0; i < n; i++) {
            cumulative += belief.weight(i);
            int count = 0;
            while (placed < n && position + (double) placed / n < cumulative) {
                count++;
                placed++;
            }
            copies[i] = count;
            if (belief.weight(i) > 0.0) {
                last = i;
            }
            survivors += count > 0 ? 1 : 0;
        }
        // rounding may leave the last positions past the cumulative sum
        copies[last] += n - placed;
        spare.copyFrom(belief);
        spread(belief, spare);
        belief.setUniformWeights();
        rejuvenate(belief, seed, update);
        return survivors;
    }

    private void spread(ParticleBelief belief, ParticleBelief source) {
        int to = 0;
        for (int from = 0; from < copies.length; from++) {
            for (int c = 0; c < copies[from]; c++) {
                belief.copyParticle(source, from, to);
                to++;
            }
        }
    }

    private boolean rejuvenate(int particle) {
        try {
            return model.rejuvenate(state, stream);
        } catch (RuntimeException | Error e) {
            throw ModelException.in(model, "rejuvenate of particle " + particle, e);
        }
    }

    /** Redraws all but the first copy of each survivor. */
    private void rejuvenate(ParticleBelief belief, long seed, long update) {
        int at = 0;
        for (int from = 0; from < copies.length; from++) {
            for (int c = 0; c < copies[from]; c++, at++) {
                if (c == 0) {
                    continue;
                }
                belief.load(at, state);
                stream.startEpisode(seed, update, (long) copies.length + 1 + at);
                if (!rejuvenate(at)) {
                    return;
                }
                belief.store(at, state);
            }
        }
    }
}
