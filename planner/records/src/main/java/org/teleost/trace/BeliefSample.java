package org.teleost.trace;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/**
 * A few weighted particles that stand for a whole belief. Beliefs of at most {@link #LIMIT} particles are kept as they
 * are; larger ones are thinned by systematic resampling with the fixed offset 1/2 (Kitagawa 1996): the point {@code (i
 * + 1/2) / LIMIT} of the cumulative weights selects a particle, which uses no randomness, leaves no weight interval of
 * 1 / LIMIT without its particle, and merges repeated hits into one heavier particle.
 */
public final class BeliefSample {
    /** Most particles kept. */
    public static final int LIMIT = 256;

    final State[] particles = new State[LIMIT];
    final double[] weights = new double[LIMIT];
    int count;

    BeliefSample(StateLayout layout) {
        for (int i = 0; i < LIMIT; i++) {
            particles[i] = layout.newState();
        }
    }

    /** Replaces the sample. */
    void take(ParticleBelief belief) {
        count = 0;
        double sum = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            sum += belief.weight(i);
        }
        if (belief.size() <= LIMIT || !(sum > 0.0) || Double.isInfinite(sum)) {
            takeEvery(belief, Math.max(1, (belief.size() + LIMIT - 1) / LIMIT));
        } else {
            takeSystematic(belief, sum);
        }
    }

    /** Also the way out for weights that do not sum to anything: they are shown as they are. */
    private void takeEvery(ParticleBelief belief, int stride) {
        for (int i = 0; i < belief.size(); i += stride) {
            add(belief, i, belief.weight(i));
        }
    }

    private void takeSystematic(ParticleBelief belief, double sum) {
        double cumulative = 0.0;
        int points = 0;
        for (int i = 0; i < belief.size() && points < LIMIT; i++) {
            cumulative += belief.weight(i);
            int hits = 0;
            // point p lies at (p + 1/2) sum / LIMIT; adding up in the same order as sum places every point
            while (points < LIMIT && (points + 0.5) * sum < cumulative * LIMIT) {
                hits++;
                points++;
            }
            if (hits > 0) {
                add(belief, i, hits / (double) LIMIT);
            }
        }
    }

    private void add(ParticleBelief belief, int particle, double weight) {
        belief.load(particle, particles[count]);
        weights[count++] = weight;
    }
}
