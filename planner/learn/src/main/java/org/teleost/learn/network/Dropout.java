package org.teleost.learn.network;

import org.teleost.random.RandomStream;

/**
 * Zeroes each element with a fixed probability and scales the others so that the mean stays (Srivastava et al.,
 * "Dropout", JMLR 2014). It draws the distance from one zero to the next, so the cost follows the number of zeros.
 */
final class Dropout {
    private final RandomStream random;
    private final float keepScale;
    private final double logKeep;
    private final int[] dropped;
    private int count;

    /**
     * @param probability in (0, 1)
     * @param size largest number of elements
     */
    Dropout(RandomStream random, double probability, int size) {
        this.random = random;
        keepScale = (float) (1.0 / (1.0 - probability));
        logKeep = Math.log1p(-probability);
        dropped = new int[size];
    }

    /** Draws which of the first {@code length} elements become zero. */
    void forward(float[] x, int length) {
        count = 0;
        double position = gap();
        while (position < length) {
            dropped[count] = (int) position;
            count++;
            position += 1.0 + gap();
        }
        apply(x, length);
    }

    /** The same zeros and scale for the gradient. */
    void backward(float[] gradient, int length) {
        apply(gradient, length);
    }

    /** Kept elements before the next zero: geometric. */
    private double gap() {
        return Math.floor(Math.log(1.0 - random.nextDouble()) / logKeep);
    }

    private void apply(float[] x, int length) {
        float scale = keepScale;
        for (int i = 0; i < length; i++) {
            x[i] *= scale;
        }
        for (int i = 0; i < count; i++) {
            x[dropped[i]] = 0f;
        }
    }
}
