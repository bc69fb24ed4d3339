package org.teleost.policy;

import java.util.Arrays;
import java.util.Objects;

/**
 * y = activation(x W + b). Immutable: the arrays are copied on the way in and out. Two layers are equal if all their
 * numbers have the same bits.
 *
 * @param inputs size of x, at least 1
 * @param outputs size of y, at least 1
 * @param weights shape [inputs][outputs], row-major, all finite
 * @param bias shape [outputs], all finite
 */
public record DenseLayer(int inputs, int outputs, float[] weights, float[] bias, Activation activation) {

    /** @throws IllegalArgumentException if a size does not fit the arrays, or a number is infinite or NaN */
    public DenseLayer {
        Objects.requireNonNull(activation, "activation");
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException(
                    "dense layer is empty: inputs=" + inputs + " outputs=" + outputs + "; both must be at least 1");
        }
        if (weights.length != (long) inputs * outputs || bias.length != outputs) {
            throw new IllegalArgumentException("dense layer does not fit its arrays: inputs=" + inputs + " outputs="
                    + outputs + " weights.length=" + weights.length + " bias.length=" + bias.length
                    + "; weights need inputs * outputs numbers, bias needs outputs");
        }
        weights = weights.clone();
        bias = bias.clone();
        requireFinite("weights", weights);
        requireFinite("bias", bias);
    }

    /** A copy, shape [inputs][outputs], row-major. */
    @Override
    public float[] weights() {
        return weights.clone();
    }

    /** A copy, shape [outputs]. */
    @Override
    public float[] bias() {
        return bias.clone();
    }

    /** The array itself, for readers inside this package. */
    float[] sharedWeights() {
        return weights;
    }

    /** The array itself, for readers inside this package. */
    float[] sharedBias() {
        return bias;
    }

    /** Copies the weights into one array for each input. */
    void copyRows(float[][] rows) {
        for (int i = 0; i < inputs; i++) {
            System.arraycopy(weights, i * outputs, rows[i], 0, outputs);
        }
    }

    boolean sameShape(DenseLayer other) {
        return inputs == other.inputs && outputs == other.outputs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DenseLayer layer
                && sameShape(layer)
                && activation == layer.activation
                && Arrays.equals(weights, layer.weights)
                && Arrays.equals(bias, layer.bias);
    }

    @Override
    public int hashCode() {
        return Objects.hash(inputs, outputs, activation, Arrays.hashCode(weights), Arrays.hashCode(bias));
    }

    @Override
    public String toString() {
        return "DenseLayer[" + inputs + " -> " + outputs + ", " + activation + "]";
    }

    private static void requireFinite(String name, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("dense layer is not finite: " + name + "[" + i + "]=" + values[i]
                        + "; training has diverged, keep the last finite policy");
            }
        }
    }
}
