package org.teleost.learn.network;

import java.util.List;
import org.teleost.policy.Activation;

/**
 * Sizes and options of a network of dense layers.
 *
 * @param inputs size of the input, positive
 * @param hidden sizes of the hidden layers, at least one, all positive
 * @param outputs size of the output, positive; the output layer is linear
 * @param lastHidden activation of the last hidden layer; the others have ReLU
 * @param layerNorm normalises each hidden layer over its units before the activation
 * @param dropout probability of zeroing a hidden unit, in [0, 1); it acts in every forward pass
 * @param batchNorm normalises the input of every layer over the rows of the batch
 */
public record NetworkShape(
        int inputs,
        List<Integer> hidden,
        int outputs,
        Activation lastHidden,
        boolean layerNorm,
        double dropout,
        boolean batchNorm) {

    /** @throws IllegalArgumentException if a value is outside the range given above */
    public NetworkShape {
        hidden = List.copyOf(hidden);
        if (inputs < 1 || outputs < 1 || hidden.isEmpty() || hidden.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("network sizes must be positive, with at least one hidden layer: inputs="
                    + inputs + " hidden=" + hidden + " outputs=" + outputs);
        }
        if (!(dropout >= 0.0 && dropout < 1.0)) {
            throw new IllegalArgumentException("dropout=" + dropout + "; it is a probability in [0, 1)");
        }
    }

    /** ReLU layers without normalisation. */
    public static NetworkShape plain(int inputs, List<Integer> hidden, int outputs) {
        return new NetworkShape(inputs, hidden, outputs, Activation.RELU, false, 0.0, false);
    }

    /** Layers with weights, hidden and output. */
    public int layers() {
        return hidden.size() + 1;
    }

    /** Inputs of layer {@code layer}, counted from 0. */
    public int inputs(int layer) {
        return layer == 0 ? inputs : hidden.get(layer - 1);
    }

    /** Outputs of layer {@code layer}, counted from 0. */
    public int outputs(int layer) {
        return layer == hidden.size() ? outputs : hidden.get(layer);
    }

    /** Number of trained parameters. */
    public int parameters() {
        int count = 0;
        for (int layer = 0; layer < layers(); layer++) {
            int in = inputs(layer);
            int out = outputs(layer);
            boolean head = layer == hidden.size();
            int norms = (batchNorm ? 2 * in : 0) + (layerNorm && !head ? 2 * out : 0);
            count = Math.addExact(count, Math.multiplyExact(in, out) + out + norms);
        }
        return count;
    }
}
