package org.teleost.learn.network;

import java.util.Arrays;

/**
 * Layer normalisation in place: y = gain (x - mean) / sqrt(variance + 1e-5) + shift, mean and variance over the units
 * of one row (Ba, Kiros and Hinton, "Layer normalization", 2016). Parameters: gain, then shift, shape [units] each.
 */
final class LayerNorm {
    private static final float EPSILON = 1e-5f;

    private final Parameters parameters;
    private final int units;
    private final int gain;
    private final int shift;
    private final float[] normalised;
    private final float[] scales;

    LayerNorm(Parameters parameters, int units, int rows) {
        this.parameters = parameters;
        this.units = units;
        gain = parameters.claim(units);
        shift = parameters.claim(units);
        normalised = new float[rows * units];
        scales = new float[rows];
        Arrays.fill(parameters.values(), gain, gain + units, 1f);
        Arrays.fill(parameters.values(), shift, shift + units, 0f);
    }

    /** x of shape [rows][units]. */
    void forward(float[] x, int rows) {
        float[] values = parameters.values();
        float[] hat = normalised;
        for (int row = 0; row < rows; row++) {
            int start = row * units;
            float mean = Elements.sum(x, start, units) / units;
            for (int j = 0; j < units; j++) {
                hat[start + j] = x[start + j] - mean;
            }
            float variance = Elements.dot(hat, hat, start, units) / units;
            float scale = (float) (1.0 / Math.sqrt(variance + EPSILON));
            scales[row] = scale;
            for (int j = 0; j < units; j++) {
                float unit = hat[start + j] * scale;
                hat[start + j] = unit;
                x[start + j] = unit * values[gain + j] + values[shift + j];
            }
        }
    }

    /**
     * Turns the gradient of the outputs into that of the inputs; with {@code fit} also sets the parameters' gradients.
     */
    void backward(float[] gradient, int rows, boolean fit) {
        if (fit) {
            parameterGradients(gradient, rows);
        }
        float[] values = parameters.values();
        float[] hat = normalised;
        for (int row = 0; row < rows; row++) {
            int start = row * units;
            for (int j = 0; j < units; j++) {
                gradient[start + j] *= values[gain + j];
            }
            float mean = Elements.sum(gradient, start, units) / units;
            float along = Elements.dot(gradient, hat, start, units) / units;
            float scale = scales[row];
            for (int j = 0; j < units; j++) {
                gradient[start + j] = scale * (gradient[start + j] - mean - along * hat[start + j]);
            }
        }
    }

    private void parameterGradients(float[] gradient, int rows) {
        float[] sums = parameters.gradients();
        Elements.columnSums(gradient, rows, units, sums, shift);
        Arrays.fill(sums, gain, gain + units, 0f);
        for (int row = 0; row < rows; row++) {
            int start = row * units;
            for (int j = 0; j < units; j++) {
                sums[gain + j] += gradient[start + j] * normalised[start + j];
            }
        }
    }
}
