package org.teleost.learn.network;

import java.util.Arrays;

/**
 * Batch normalisation of a layer's input: y = gain (x - mean) / sqrt(variance + 1e-3) + shift, mean and variance over
 * the rows of the batch while training, their running averages (momentum 0.99) otherwise (Ioffe and Szegedy, "Batch
 * normalization", ICML 2015). Parameters: gain, then shift, shape [units] each; statistics: mean, then variance.
 */
final class BatchNorm implements AutoCloseable {
    private static final float EPSILON = 1e-3f;
    private static final float MOMENTUM = 0.99f;

    private final Parameters parameters;
    private final int units;
    private final int gain;
    private final int shift;
    private final float[] statistics;
    private final int meanOffset;
    private final int varianceOffset;
    private final Matrix output;
    private final float[] means;
    private final float[] scales;
    private final float[] along;
    private float[] input;
    private boolean training;

    /**
     * @param statistics running averages of the whole network; this layer's start at {@code offset} and take 2 units
     */
    BatchNorm(Parameters parameters, int units, int rows, float[] statistics, int offset) {
        this.parameters = parameters;
        this.units = units;
        this.statistics = statistics;
        gain = parameters.claim(units);
        shift = parameters.claim(units);
        meanOffset = offset;
        varianceOffset = offset + units;
        output = new Matrix(rows, units, parameters.products());
        means = new float[units];
        scales = new float[units];
        along = new float[units];
        Arrays.fill(parameters.values(), gain, gain + units, 1f);
        Arrays.fill(parameters.values(), shift, shift + units, 0f);
        Arrays.fill(statistics, meanOffset, meanOffset + units, 0f);
        Arrays.fill(statistics, varianceOffset, varianceOffset + units, 1f);
    }

    /** Normalises the first {@code rows} rows; returns the matrix that holds the result, on both sides. */
    Matrix forward(Matrix in, int rows, boolean batchStatistics) {
        input = in.values();
        training = batchStatistics;
        if (batchStatistics) {
            measure(rows);
        } else {
            System.arraycopy(statistics, meanOffset, means, 0, units);
            System.arraycopy(statistics, varianceOffset, scales, 0, units);
        }
        for (int j = 0; j < units; j++) {
            scales[j] = (float) (1.0 / Math.sqrt(scales[j] + EPSILON));
        }
        float[] values = parameters.values();
        float[] out = output.values();
        for (int row = 0; row < rows; row++) {
            int start = row * units;
            for (int j = 0; j < units; j++) {
                out[start + j] = (input[start + j] - means[j]) * scales[j] * values[gain + j] + values[shift + j];
            }
        }
        output.upload(rows);
        return output;
    }

    /** Leaves the batch's mean in means and its variance in scales, and moves the running averages. */
    private void measure(int rows) {
        Elements.columnSums(input, rows, units, means, 0);
        for (int j = 0; j < units; j++) {
            means[j] /= rows;
        }
        Arrays.fill(scales, 0f);
        for (int row = 0; row < rows; row++) {
            int start = row * units;
            for (int j = 0; j < units; j++) {
                float distance = input[start + j] - means[j];
                scales[j] += distance * distance;
            }
        }
        for (int j = 0; j < units; j++) {
            scales[j] /= rows;
            statistics[meanOffset + j] += (1f - MOMENTUM) * (means[j] - statistics[meanOffset + j]);
            statistics[varianceOffset + j] += (1f - MOMENTUM) * (scales[j] - statistics[varianceOffset + j]);
        }
    }

    /**
     * Turns the gradient of the outputs of columns {@code fromColumn} and up into that of the inputs.
     *
     * @param gradient shape [rows][units - fromColumn]; all columns after a pass with batch statistics
     * @param fit also sets the parameters' gradients
     */
    void backward(float[] gradient, int rows, int fromColumn, boolean fit) {
        if (fit || training) {
            sums(gradient, rows);
        }
        float[] values = parameters.values();
        float[] sums = parameters.gradients();
        int columns = units - fromColumn;
        float share = training ? 1f / rows : 0f;
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int source = row * units + fromColumn;
            for (int j = 0; j < columns; j++) {
                int unit = fromColumn + j;
                float scale = scales[unit];
                float hat = (input[source + j] - means[unit]) * scale;
                float pull = share == 0f ? 0f : share * (sums[shift + unit] + hat * along[unit]);
                gradient[start + j] = values[gain + unit] * scale * (gradient[start + j] - pull);
            }
        }
    }

    /** Gradients of shift (sum of gradients) and gain (sum of gradient times normalised input). */
    private void sums(float[] gradient, int rows) {
        float[] sums = parameters.gradients();
        Elements.columnSums(gradient, rows, units, sums, shift);
        Arrays.fill(along, 0f);
        for (int row = 0; row < rows; row++) {
            int start = row * units;
            for (int j = 0; j < units; j++) {
                along[j] += gradient[start + j] * (input[start + j] - means[j]) * scales[j];
            }
        }
        System.arraycopy(along, 0, sums, gain, units);
    }

    @Override
    public void close() {
        output.close();
    }
}
