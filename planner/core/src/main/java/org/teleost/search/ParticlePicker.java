package org.teleost.search;

import org.teleost.belief.ParticleBelief;
import org.teleost.random.RandomStream;

/**
 * Draws the start particle of episode e by a low-discrepancy sequence over the cumulative weights: every run of
 * consecutive episodes covers the belief evenly, wherever a deadline cuts it.
 */
final class ParticlePicker {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private final double[] cumulative;

    /** Where the search for position j / n begins: the last particle that may start below it. */
    private final int[] guide;

    private long offset;
    private boolean uniform;

    ParticlePicker(int particles) {
        cumulative = new double[particles];
        guide = new int[particles];
    }

    void start(ParticleBelief belief, long seed, long decision) {
        int n = belief.size();
        double first = belief.weight(0);
        double sum = 0.0;
        uniform = true;
        for (int i = 0; i < n; i++) {
            double w = belief.weight(i);
            uniform &= w == first;
            sum += w;
            cumulative[i] = sum;
        }
        if (!(Math.abs(sum - 1.0) < 1e-6)) {
            throw new IllegalArgumentException(
                    "belief weights sum to " + sum + "; normalise them (ParticleBelief.normalise) before planning");
        }
        int from = 0;
        for (int j = 0; j < n && !uniform; j++) {
            while (from < n - 1 && cumulative[from] <= (double) j / n * sum) {
                from++;
            }
            guide[j] = from;
        }
        offset = RandomStream.derive(seed, decision);
    }

    int pick(long episode) {
        double position = ((offset + episode * GOLDEN) >>> 11) * 0x1.0p-53;
        int n = cumulative.length;
        if (uniform) {
            return (int) (position * n);
        }
        double target = position * cumulative[n - 1];
        int i = guide[(int) (position * n)];
        while (i < n - 1 && cumulative[i] <= target) {
            i++;
        }
        return i;
    }
}
