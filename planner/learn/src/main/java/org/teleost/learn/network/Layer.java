package org.teleost.learn.network;

import org.teleost.policy.Activation;
import org.teleost.random.RandomStream;

/**
 * y = activation(layerNorm(dropout(batchNorm(x) W + b))), each part but the product optional. Parameters in order: W
 * [inputs][outputs], b [outputs], layer norm, batch norm.
 */
final class Layer implements AutoCloseable {
    private final Products products;
    private final Parameters parameters;
    private final int inputs;
    private final int outputs;
    private final Activation activation;
    private final int weights;
    private final int bias;
    private final Floats weightFloats;
    private final Floats weightGradients;
    private final LayerNorm layerNorm;
    private final Dropout dropout;
    private final BatchNorm batchNorm;
    private final Matrix output;
    private final Matrix gradient;
    private Matrix input;

    /** Layer {@code index} of a network of the given shape; the weights are drawn from {@code random}. */
    Layer(
            NetworkShape shape,
            int index,
            Parameters parameters,
            int rows,
            float[] statistics,
            int statisticsOffset,
            RandomStream random) {
        boolean head = index == shape.layers() - 1;
        this.parameters = parameters;
        products = parameters.products();
        inputs = shape.inputs(index);
        outputs = shape.outputs(index);
        activation = head ? Activation.NONE : index == shape.layers() - 2 ? shape.lastHidden() : Activation.RELU;
        weights = parameters.claim(inputs * outputs);
        bias = parameters.claim(outputs);
        weightFloats = parameters.valuesFrom(weights);
        weightGradients = parameters.gradientsFrom(weights);
        layerNorm = shape.layerNorm() && !head ? new LayerNorm(parameters, outputs, rows) : null;
        dropout = shape.dropout() > 0.0 && !head ? new Dropout(random, shape.dropout(), rows * outputs) : null;
        batchNorm = shape.batchNorm() ? new BatchNorm(parameters, inputs, rows, statistics, statisticsOffset) : null;
        output = new Matrix(rows, outputs, products);
        gradient = new Matrix(rows, outputs, products);
        initialise(random);
    }

    /** Uniform within 1 / sqrt(inputs), weights and bias, the initialisation most published SAC results rest on. */
    private void initialise(RandomStream random) {
        double bound = 1.0 / Math.sqrt(inputs);
        float[] values = parameters.values();
        for (int i = weights; i < bias + outputs; i++) {
            values[i] = (float) (bound * (2.0 * random.nextDouble() - 1.0));
        }
    }

    /** Result of the last forward pass, shape [rows][outputs]; on both sides unless this is the output layer. */
    Matrix output() {
        return output;
    }

    /** Gradient of the loss with respect to {@link #output}; the backward pass overwrites it. */
    Matrix gradient() {
        return gradient;
    }

    int weights() {
        return weights;
    }

    int bias() {
        return bias;
    }

    Activation activation() {
        return activation;
    }

    void forward(Matrix in, int rows, boolean batchStatistics) {
        input = batchNorm == null ? in : batchNorm.forward(in, rows, batchStatistics);
        output.uploadRepeated(parameters.values(), bias, rows);
        products.addProduct(input.floats(), weightFloats, output.floats(), rows, inputs, outputs);
        output.download(rows);
        float[] y = output.values();
        int length = rows * outputs;
        if (dropout != null) {
            dropout.forward(y, length);
        }
        if (layerNorm != null) {
            layerNorm.forward(y, rows);
        }
        switch (activation) {
            case RELU -> Elements.relu(y, length);
            case TANH -> Elements.tanh(y, length);
            case NONE -> {
                return;
            }
        }
        output.upload(rows);
    }

    /** From the gradient of the output to that of x W + b; with {@code fit} also the gradients of the parameters. */
    void backward(int rows, boolean fit) {
        float[] g = gradient.values();
        int length = rows * outputs;
        switch (activation) {
            case RELU -> Elements.reluGradient(g, output.values(), length);
            case TANH -> Elements.tanhGradient(g, output.values(), length);
            case NONE -> {}
        }
        if (layerNorm != null) {
            layerNorm.backward(g, rows, fit);
        }
        if (dropout != null) {
            dropout.backward(g, length);
        }
        gradient.upload(rows);
        if (fit) {
            products.multiplyLeftTransposed(input.floats(), gradient.floats(), weightGradients, inputs, rows, outputs);
            parameters.downloadGradients(weights, inputs * outputs);
            Elements.columnSums(g, rows, outputs, parameters.gradients(), bias);
        }
    }

    /**
     * After {@link #backward}: the gradient of the input's columns {@code fromColumn} and up, on the Java side.
     *
     * @param fromWeights W from row {@code fromColumn} on
     * @param target receives shape [rows][inputs - fromColumn]
     */
    void inputGradient(Matrix target, Floats fromWeights, int fromColumn, int rows, boolean fit) {
        int columns = inputs - fromColumn;
        if (outputs == 1) {
            Elements.outerProduct(
                    gradient.values(), parameters.values(), weights + fromColumn, target.values(), rows, columns);
        } else {
            products.multiplyRightTransposed(gradient.floats(), fromWeights, target.floats(), rows, outputs, columns);
            target.download(rows);
        }
        if (batchNorm != null) {
            batchNorm.backward(target.values(), rows, fromColumn, fit);
        }
    }

    /** W from row {@code column} on. */
    Floats weightRow(int column) {
        return parameters.valuesFrom(weights + column * outputs);
    }

    @Override
    public void close() {
        output.close();
        gradient.close();
        if (batchNorm != null) {
            batchNorm.close();
        }
    }
}
