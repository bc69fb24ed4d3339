package org.teleost.policy;

import java.util.ArrayList;
import java.util.List;
import org.teleost.random.RandomStream;

/** Policies with random numbers, and observations for them. */
final class RandomPolicies {

    private RandomPolicies() {}

    /** A network with the given sizes: observation, hidden layers, actions. Component i has bounds [-1 - i, 2 + i]. */
    static PolicyNetwork policy(long seed, Activation hidden, int... sizes) {
        RandomStream stream = new RandomStream(seed);
        int actionSize = sizes[sizes.length - 1];
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 0; i + 1 < sizes.length; i++) {
            boolean head = i + 2 == sizes.length;
            int outputs = head ? 2 * actionSize : sizes[i + 1];
            layers.add(layer(stream, sizes[i], outputs, head ? Activation.NONE : hidden));
        }
        float[] low = new float[actionSize];
        float[] high = new float[actionSize];
        for (int i = 0; i < actionSize; i++) {
            low[i] = -1f - i;
            high[i] = 2f + i;
        }
        return new PolicyNetwork(layers, low, high, -20f, 2f, seed);
    }

    static float[] observation(RandomStream stream, int size) {
        return gaussians(stream, size, 1.0);
    }

    private static DenseLayer layer(RandomStream stream, int inputs, int outputs, Activation activation) {
        float[] weights = gaussians(stream, inputs * outputs, 1.0 / Math.sqrt(inputs));
        return new DenseLayer(inputs, outputs, weights, gaussians(stream, outputs, 0.1), activation);
    }

    private static float[] gaussians(RandomStream stream, int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * stream.nextGaussian());
        }
        return values;
    }
}
