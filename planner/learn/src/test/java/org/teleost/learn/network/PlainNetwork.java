package org.teleost.learn.network;

import org.teleost.policy.Activation;

/** The plain twin of {@link Network} in double precision: forward pass only, one scalar at a time. */
public final class PlainNetwork {
    private final NetworkShape shape;
    private final double[] parameters;
    private final float[] statistics;
    private int next;

    /**
     * @param parameters of possibly several networks; this one's start at {@code offset}
     * @param statistics running averages for batch normalisation, or null to measure the batch
     */
    public PlainNetwork(NetworkShape shape, double[] parameters, int offset, float[] statistics) {
        this.shape = shape;
        this.parameters = parameters;
        this.statistics = statistics;
        next = offset;
    }

    /** Outputs of shape [rows][outputs]; call once. */
    public double[][] forward(double[][] input) {
        double[][] x = input;
        int statisticsOffset = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            int in = shape.inputs(layer);
            int out = shape.outputs(layer);
            boolean head = layer == shape.layers() - 1;
            int weights = take(in * out);
            int bias = take(out);
            int layerNorm = shape.layerNorm() && !head ? take(2 * out) : -1;
            if (shape.batchNorm()) {
                x = batchNorm(x, take(2 * in), statisticsOffset);
                statisticsOffset += 2 * in;
            }
            x = dense(x, weights, bias, in, out);
            if (layerNorm >= 0) {
                layerNorm(x, layerNorm);
            }
            if (!head) {
                activate(x, layer == shape.layers() - 2 ? shape.lastHidden() : Activation.RELU);
            }
        }
        return x;
    }

    private int take(int count) {
        int start = next;
        next += count;
        return start;
    }

    private double[][] dense(double[][] x, int weights, int bias, int in, int out) {
        double[][] y = new double[x.length][out];
        for (int row = 0; row < x.length; row++) {
            for (int j = 0; j < out; j++) {
                double sum = parameters[bias + j];
                for (int i = 0; i < in; i++) {
                    sum += x[row][i] * parameters[weights + i * out + j];
                }
                y[row][j] = sum;
            }
        }
        return y;
    }

    private void layerNorm(double[][] x, int gain) {
        for (double[] row : x) {
            double mean = 0.0;
            for (double value : row) {
                mean += value / row.length;
            }
            double variance = 0.0;
            for (double value : row) {
                variance += (value - mean) * (value - mean) / row.length;
            }
            for (int j = 0; j < row.length; j++) {
                row[j] = parameters[gain + j] * (row[j] - mean) / Math.sqrt(variance + 1e-5)
                        + parameters[gain + row.length + j];
            }
        }
    }

    private double[][] batchNorm(double[][] x, int gain, int statisticsOffset) {
        int units = x[0].length;
        double[][] y = new double[x.length][units];
        for (int j = 0; j < units; j++) {
            double mean = 0.0;
            double variance = 0.0;
            if (statistics == null) {
                for (double[] row : x) {
                    mean += row[j] / x.length;
                }
                for (double[] row : x) {
                    variance += (row[j] - mean) * (row[j] - mean) / x.length;
                }
            } else {
                mean = statistics[statisticsOffset + j];
                variance = statistics[statisticsOffset + units + j];
            }
            for (int row = 0; row < x.length; row++) {
                y[row][j] = parameters[gain + j] * (x[row][j] - mean) / Math.sqrt(variance + 1e-3)
                        + parameters[gain + units + j];
            }
        }
        return y;
    }

    private static void activate(double[][] x, Activation activation) {
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                row[j] = activation == Activation.TANH ? Math.tanh(row[j]) : Math.max(0.0, row[j]);
            }
        }
    }

    /** The same numbers in double precision. */
    public static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    /** Rows {@code start} to {@code start + rows - 1} of a row-major matrix. */
    public static double[][] rows(float[] values, int start, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < columns; j++) {
                matrix[row][j] = values[(start + row) * columns + j];
            }
        }
        return matrix;
    }
}
