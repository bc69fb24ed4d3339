package org.teleost.learn.apt;

import java.util.Arrays;
import org.teleost.random.RandomStream;

/**
 * What is random in an actor's actions, a pure function of seed, episode and step. A span of 1 gives white noise. With
 * a longer one the standard normal number of a step is the scaled sum of the last {@code span} independent ones, and a
 * uniform action is kept for {@code span} steps: each action has the distribution it had, and neighbouring ones go the
 * same way, which reaches what small steps that cancel do not (Eberhard et al. 2023, "Pink noise is all you need").
 * Belongs to one thread.
 */
final class ExplorationNoise {
    private final long seed;
    private final int span;
    private final double scale;
    private final double[] sum;
    private final RandomStream stream;

    /** @param span steps over which the noise is correlated, at least 1 */
    ExplorationNoise(long seed, int span, int actionSize) {
        this.seed = seed;
        this.span = span;
        scale = 1.0 / Math.sqrt(span);
        sum = new double[actionSize];
        stream = new RandomStream(seed);
    }

    /** Standard normal numbers, one for each action component; valid until the next call. */
    double[] normal(long episode, int step) {
        Arrays.fill(sum, 0.0);
        // steps before the episode's first have numbers as well, so that the first one's are no different
        for (int k = step - span + 1; k <= step; k++) {
            stream.startEpisode(seed, episode, k);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += stream.nextGaussian();
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= scale;
        }
        return sum;
    }

    /** Uniform in [-1, 1) for each action component. */
    void uniform(long episode, int step, float[] action) {
        stream.startEpisode(seed, episode, step - step % span);
        for (int i = 0; i < action.length; i++) {
            action[i] = (float) (2.0 * stream.nextDouble() - 1.0);
        }
    }
}
