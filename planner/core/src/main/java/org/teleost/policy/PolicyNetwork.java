package org.teleost.policy;

import java.util.List;

/**
 * A squashed Gaussian policy: dense layers, then a head with two outputs for each action component, first all means,
 * then all logarithms of the standard deviation. The action in normalised units is tanh(mean) when acting
 * deterministically; it is then mapped from [-1, 1] to the action bounds. Immutable.
 *
 * @param layers hidden layers in order, then the head, whose activation is {@link Activation#NONE}
 * @param actionLow smallest executed action, one entry for each component
 * @param actionHigh largest executed action
 * @param logSigmaLow lower clip of the logarithm of the standard deviation
 * @param logSigmaHigh upper clip
 * @param version number of the learner's update that gave these weights
 */
public record PolicyNetwork(
        List<DenseLayer> layers,
        float[] actionLow,
        float[] actionHigh,
        float logSigmaLow,
        float logSigmaHigh,
        long version) {

    public int observationSize() {
        return layers.get(0).inputs();
    }

    public int actionSize() {
        return actionLow.length;
    }
}
