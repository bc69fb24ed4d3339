package org.teleost.policy;

/**
 * y = activation(x W + b).
 *
 * @param weights shape [inputs][outputs], row-major
 * @param bias shape [outputs]
 */
public record DenseLayer(int inputs, int outputs, float[] weights, float[] bias, Activation activation) {}
