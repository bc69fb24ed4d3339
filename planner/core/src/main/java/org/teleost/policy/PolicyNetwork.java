package org.teleost.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A squashed Gaussian policy: dense layers, then a head with two outputs for each action component, first all means,
 * then all logarithms of the standard deviation. The action in normalised units is tanh(mean) when acting
 * deterministically, tanh(mean + sigma * noise) when exploring; it is then mapped from [-1, 1] to the action bounds.
 * Immutable, so any number of threads may share one. Two networks are equal if all their numbers have the same bits.
 *
 * <p>Source of the form: Haarnoja et al., "Soft actor-critic algorithms and applications" (2018), appendix C.
 *
 * @param layers hidden layers in order, then the head, whose activation is {@link Activation#NONE}
 * @param actionLow smallest executed action, one entry for each component, finite, in the environment's units
 * @param actionHigh largest executed action, finite, none below its partner in {@code actionLow}
 * @param logSigmaLow lower clip of the logarithm of the standard deviation, finite
 * @param logSigmaHigh upper clip, finite, not below {@code logSigmaLow}
 * @param version number of the learner's update that gave these weights, not negative
 */
public record PolicyNetwork(
        List<DenseLayer> layers,
        float[] actionLow,
        float[] actionHigh,
        float logSigmaLow,
        float logSigmaHigh,
        long version) {

    /** @throws IllegalArgumentException if layers do not chain, or a bound is not finite or out of order */
    public PolicyNetwork {
        layers = List.copyOf(layers);
        actionLow = actionLow.clone();
        actionHigh = actionHigh.clone();
        requireBounds(actionLow, actionHigh);
        requireChain(layers, actionLow.length);
        if (!Float.isFinite(logSigmaLow) || !Float.isFinite(logSigmaHigh) || logSigmaLow > logSigmaHigh) {
            throw new IllegalArgumentException("policy's clip of log sigma is empty or not finite: logSigmaLow="
                    + logSigmaLow + " logSigmaHigh=" + logSigmaHigh + "; low must not exceed high, usual is [-20, 2]");
        }
        if (version < 0) {
            throw new IllegalArgumentException("policy version=" + version + "; it counts updates, so at least 0");
        }
    }

    public int observationSize() {
        return layers.get(0).inputs();
    }

    public int actionSize() {
        return actionLow.length;
    }

    /** A copy, one entry for each component. */
    @Override
    public float[] actionLow() {
        return actionLow.clone();
    }

    /** A copy, one entry for each component. */
    @Override
    public float[] actionHigh() {
        return actionHigh.clone();
    }

    public float actionLow(int component) {
        return actionLow[component];
    }

    public float actionHigh(int component) {
        return actionHigh[component];
    }

    /** True if a {@link PolicyRunner} can change from one network to the other: all sizes agree. */
    public boolean sameShape(PolicyNetwork other) {
        if (layers.size() != other.layers.size() || actionSize() != other.actionSize()) {
            return false;
        }
        for (int i = 0; i < layers.size(); i++) {
            if (!layers.get(i).sameShape(other.layers.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Maps from [-1, 1] to this policy's bounds, see the static method. */
    public void toEnvironmentUnits(float[] normalised, float[] action) {
        toEnvironmentUnits(actionLow, actionHigh, normalised, action);
    }

    /** Maps from this policy's bounds to [-1, 1], see the static method. */
    public void toNormalised(float[] action, float[] normalised) {
        toNormalised(actionLow, actionHigh, action, normalised);
    }

    /**
     * action = (high + low) / 2 + normalised (high - low) / 2, clipped into the bounds. All arrays have one entry for
     * each action component; {@code action} may be {@code normalised}. Allocates nothing.
     */
    public static void toEnvironmentUnits(float[] low, float[] high, float[] normalised, float[] action) {
        for (int i = 0; i < low.length; i++) {
            float value = centre(low[i], high[i]) + halfWidth(low[i], high[i]) * normalised[i];
            action[i] = Math.min(high[i], Math.max(low[i], value));
        }
    }

    /**
     * The inverse of {@link #toEnvironmentUnits(float[], float[], float[], float[])}, clipped into [-1, 1]; 0 for a
     * component whose bounds coincide. {@code normalised} may be {@code action}. Allocates nothing.
     */
    public static void toNormalised(float[] low, float[] high, float[] action, float[] normalised) {
        for (int i = 0; i < low.length; i++) {
            float halfWidth = halfWidth(low[i], high[i]);
            float value = halfWidth == 0f ? 0f : (action[i] - centre(low[i], high[i])) / halfWidth;
            normalised[i] = Math.min(1f, Math.max(-1f, value));
        }
    }

    /** Middle of an interval; halves first, so no finite interval overflows. */
    public static float centre(float low, float high) {
        return 0.5f * high + 0.5f * low;
    }

    /** Half the width of an interval; halves first, so no finite interval overflows. */
    public static float halfWidth(float low, float high) {
        return 0.5f * high - 0.5f * low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyNetwork network
                && layers.equals(network.layers)
                && Arrays.equals(actionLow, network.actionLow)
                && Arrays.equals(actionHigh, network.actionHigh)
                && Float.compare(logSigmaLow, network.logSigmaLow) == 0
                && Float.compare(logSigmaHigh, network.logSigmaHigh) == 0
                && version == network.version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                layers, Arrays.hashCode(actionLow), Arrays.hashCode(actionHigh), logSigmaLow, logSigmaHigh, version);
    }

    @Override
    public String toString() {
        return "PolicyNetwork[version=" + version + ", actionLow=" + Arrays.toString(actionLow) + ", actionHigh="
                + Arrays.toString(actionHigh) + ", logSigma=[" + logSigmaLow + ", " + logSigmaHigh + "], layers="
                + layers + "]";
    }

    private static void requireBounds(float[] low, float[] high) {
        if (low.length != high.length || low.length == 0) {
            throw new IllegalArgumentException(
                    "policy's action bounds need two arrays of one positive length: actionLow=" + low.length
                            + " actionHigh=" + high.length + " components");
        }
        for (int i = 0; i < low.length; i++) {
            if (!Float.isFinite(low[i]) || !Float.isFinite(high[i]) || low[i] > high[i]) {
                throw new IllegalArgumentException("policy's action bounds are empty or not finite at component=" + i
                        + ": actionLow=" + low[i] + " actionHigh=" + high[i]
                        + "; a squashed action needs finite bounds with low not above high");
            }
        }
    }

    private static void requireChain(List<DenseLayer> layers, int actionSize) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("policy has layers=0; the head alone makes 1, so at least 1 is needed");
        }
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).inputs() != layers.get(i - 1).outputs()) {
                throw new IllegalArgumentException("policy's layers do not chain at layer=" + i + ": inputs="
                        + layers.get(i).inputs() + " but the layer before has outputs="
                        + layers.get(i - 1).outputs());
            }
        }
        DenseLayer head = layers.get(layers.size() - 1);
        if (head.outputs() != 2L * actionSize || head.activation() != Activation.NONE) {
            throw new IllegalArgumentException("policy's head does not fit: outputs=" + head.outputs() + " activation="
                    + head.activation() + " actionSize=" + actionSize
                    + "; it needs a mean and a log sigma for each action component and activation NONE");
        }
    }
}
