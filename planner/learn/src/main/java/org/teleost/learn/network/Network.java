package org.teleost.learn.network;

import java.util.ArrayList;
import java.util.List;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.random.RandomStream;

/**
 * A chain of dense layers with its gradient. A forward pass keeps what the following backward pass needs, so the two
 * come in pairs. Belongs to one thread; allocates nothing after construction.
 */
public final class Network implements AutoCloseable {
    private final NetworkShape shape;
    private final Parameters parameters;
    private final Layer[] layers;
    private final Floats[] weights;
    private final float[] statistics;
    private final int probedFrom;
    private final Floats probedWeights;
    private final Matrix probed;
    private final Matrix fullInputGradient;

    /**
     * Claims {@link NetworkShape#parameters()} parameters and initialises them; call {@link Parameters#upload} when all
     * networks on the array are built.
     *
     * @param rows largest number of rows of a pass
     * @param probedFrom first input column whose gradient {@link #probe} gives, in [0, inputs)
     * @param random initial values now, dropout later
     */
    public Network(NetworkShape shape, Parameters parameters, int rows, int probedFrom, RandomStream random) {
        this.shape = shape;
        this.parameters = parameters;
        this.probedFrom = probedFrom;
        layers = new Layer[shape.layers()];
        weights = new Floats[shape.layers()];
        statistics = new float[shape.batchNorm() ? statisticsSize(shape) : 0];
        int offset = 0;
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new Layer(shape, i, parameters, rows, statistics, offset, random);
            weights[i] = layers[i].weightRow(0);
            offset += 2 * shape.inputs(i);
        }
        probedWeights = layers[0].weightRow(probedFrom);
        Products products = parameters.products();
        probed = new Matrix(rows, shape.inputs() - probedFrom, products);
        fullInputGradient = shape.batchNorm() ? new Matrix(rows, shape.inputs(), products) : null;
    }

    private static int statisticsSize(NetworkShape shape) {
        int size = 0;
        for (int i = 0; i < shape.layers(); i++) {
            size += 2 * shape.inputs(i);
        }
        return size;
    }

    public NetworkShape shape() {
        return shape;
    }

    /** Running averages of batch normalisation, empty without it; part of the state to save. */
    public float[] statistics() {
        return statistics;
    }

    /**
     * One pass over the first {@code rows} rows.
     *
     * @param input shape [rows][inputs], uploaded; must stay unchanged until the backward pass is done
     * @param batchStatistics batch normalisation measures this batch instead of using its running averages
     * @return the outputs, shape [rows][outputs], valid on the Java side until the next pass
     */
    public float[] forward(Matrix input, int rows, boolean batchStatistics) {
        Matrix x = input;
        for (Layer layer : layers) {
            layer.forward(x, rows, batchStatistics);
            x = layer.output();
        }
        return x.values();
    }

    /** Outputs of the last pass, shape [rows][outputs]. */
    public float[] output() {
        return layers[layers.length - 1].output().values();
    }

    /** Where the caller puts the gradient of the loss with respect to the outputs, shape [rows][outputs]. */
    public float[] outputGradient() {
        return layers[layers.length - 1].gradient().values();
    }

    /** Backward pass for a parameter update: sets the gradients of all parameters of this network. */
    public void fit(int rows) {
        backward(rows, true);
        if (fullInputGradient != null) {
            layers[0].inputGradient(fullInputGradient, weights[0], 0, rows, true);
        }
    }

    /**
     * Backward pass through a network that stays as it is: no gradients of parameters.
     *
     * @return the gradient of the input's columns from {@code probedFrom} on, shape [rows][inputs - probedFrom]
     */
    public float[] probe(int rows) {
        backward(rows, false);
        layers[0].inputGradient(probed, probedWeights, probedFrom, rows, false);
        return probed.values();
    }

    private void backward(int rows, boolean fit) {
        for (int i = layers.length - 1; i > 0; i--) {
            layers[i].backward(rows, fit);
            layers[i].inputGradient(layers[i - 1].gradient(), weights[i], 0, rows, fit);
        }
        layers[0].backward(rows, fit);
    }

    /**
     * Copies of all layers as plain arrays.
     *
     * @throws IllegalStateException if the network has normalisation, which plain layers do not express
     */
    public List<DenseLayer> export() {
        if (shape.layerNorm() || shape.batchNorm()) {
            throw new IllegalStateException("network with layerNorm=" + shape.layerNorm() + " batchNorm="
                    + shape.batchNorm() + " has no form as plain dense layers; export the actor, which has neither");
        }
        List<DenseLayer> copies = new ArrayList<>();
        for (int i = 0; i < layers.length; i++) {
            Activation activation = layers[i].activation();
            copies.add(new DenseLayer(
                    shape.inputs(i),
                    shape.outputs(i),
                    copy(layers[i].weights(), shape.inputs(i) * shape.outputs(i)),
                    copy(layers[i].bias(), shape.outputs(i)),
                    activation));
        }
        return List.copyOf(copies);
    }

    private float[] copy(int offset, int length) {
        float[] part = new float[length];
        System.arraycopy(parameters.values(), offset, part, 0, length);
        return part;
    }

    @Override
    public void close() {
        for (Layer layer : layers) {
            layer.close();
        }
        probed.close();
        if (fullInputGradient != null) {
            fullInputGradient.close();
        }
    }
}
