package org.teleost.policy;

import org.teleost.random.RandomStream;

/**
 * Computes actions of a {@link PolicyNetwork} on plain Java arrays. A 64-256-256-4 network with rectifiers takes 5
 * microseconds on one 2.6 GHz core, up to twice that on a busy machine, once the virtual machine has compiled the
 * kernel (some ten thousand calls); tanh layers cost 30 nanoseconds more for each output. An action allocates nothing,
 * takes no lock and its work does not depend on the numbers.
 *
 * <p>Holds scratch arrays and a copy of the weights: one runner for each thread. Runners may share a network.
 *
 * <p>Equal networks and observations give the same bits of a deterministic action on every machine: sums run over
 * inputs in order, without fused multiply-add, and the hyperbolic tangent is computed from sums and products. A sample
 * may differ in the last place across machines, because {@link RandomStream#nextGaussian} may.
 *
 * <p>An action is within the bounds or there is none: an observation with an infinite or NaN component, and a network
 * whose numbers overflow to NaN, raise an exception and leave the output as it was, so the caller can fall back to a
 * safe action.
 */
public final class PolicyRunner {
    private final int observationSize;
    private final int actionSize;
    private final float[] normalised;
    private final double[] noise;
    private final float[][] activations;
    /** Shape [layers][inputs][outputs]: the kernel wants each row in an array of its own. */
    private final float[][][] weights;

    private PolicyNetwork network;

    public PolicyRunner(PolicyNetwork network) {
        this.network = network;
        observationSize = network.observationSize();
        actionSize = network.actionSize();
        normalised = new float[actionSize];
        noise = new double[actionSize];
        activations = new float[network.layers().size()][];
        weights = new float[activations.length][][];
        for (int i = 0; i < activations.length; i++) {
            DenseLayer layer = network.layers().get(i);
            activations[i] = new float[layer.outputs()];
            weights[i] = new float[layer.inputs()][layer.outputs()];
        }
        copyWeights();
    }

    /** The network in use. */
    public PolicyNetwork network() {
        return network;
    }

    /**
     * Changes to another network, usually a newer version, without allocating. Copies the weights, which takes about as
     * long as two actions; nothing is copied if the network is in use already.
     *
     * @throws IllegalArgumentException if the shapes differ; the runner then keeps its network
     */
    @SuppressWarnings("ReferenceEquality") // comparing all numbers would cost more than copying them
    public void use(PolicyNetwork next) {
        if (!network.sameShape(next)) {
            throw new IllegalArgumentException("runner cannot change to a policy of another shape: has " + network
                    + " offered " + next + "; make a new runner");
        }
        if (next != network) {
            network = next;
            copyWeights();
        }
    }

    /**
     * The deterministic action: tanh(mean) mapped to the bounds.
     *
     * @param observation shape [observationSize], finite
     * @param action receives the action, shape [actionSize], in the environment's units, within the bounds
     * @throws IllegalArgumentException if an array has the wrong length or the observation is not finite
     * @throws ArithmeticException if the network's numbers overflow to NaN
     */
    public void act(float[] observation, float[] action) {
        requireLength("action", action, actionSize);
        squashMean(observation);
        network.toEnvironmentUnits(normalised, action);
    }

    /**
     * The deterministic action before it is mapped to the bounds: tanh(mean), in [-1, 1]; otherwise as {@link #act}.
     *
     * @param normalisedAction receives the action, shape [actionSize]
     */
    public void actNormalised(float[] observation, float[] normalisedAction) {
        requireLength("normalisedAction", normalisedAction, actionSize);
        squashMean(observation);
        System.arraycopy(normalised, 0, normalisedAction, 0, actionSize);
    }

    /**
     * A random action: tanh(mean + sigma * noise) mapped to the bounds; otherwise as {@link #act}.
     *
     * @param stream gives one standard normal number for each action component
     */
    public void sample(float[] observation, RandomStream stream, float[] action) {
        requireLength("action", action, actionSize);
        squashSample(observation, stream);
        network.toEnvironmentUnits(normalised, action);
    }

    /**
     * A random action before it is mapped to the bounds, in [-1, 1]; otherwise as {@link #sample}.
     *
     * @param normalisedAction receives the action, shape [actionSize]
     */
    public void sampleNormalised(float[] observation, RandomStream stream, float[] normalisedAction) {
        requireLength("normalisedAction", normalisedAction, actionSize);
        squashSample(observation, stream);
        System.arraycopy(normalised, 0, normalisedAction, 0, actionSize);
    }

    /**
     * The action of given noise, tanh(mean + sigma * noise), before it is mapped to the bounds; otherwise as
     * {@link #sample}. For noise that is not independent from step to step.
     *
     * @param standardNoise shape [actionSize], of standard deviation 1
     * @param normalisedAction receives the action, shape [actionSize]
     */
    public void sampleNormalised(float[] observation, double[] standardNoise, float[] normalisedAction) {
        requireLength("normalisedAction", normalisedAction, actionSize);
        if (standardNoise.length != actionSize) {
            throw new IllegalArgumentException(
                    "standardNoise has length=" + standardNoise.length + "; the policy needs " + actionSize);
        }
        squashNoise(observation, standardNoise);
        System.arraycopy(normalised, 0, normalisedAction, 0, actionSize);
    }

    private void copyWeights() {
        for (int i = 0; i < weights.length; i++) {
            network.layers().get(i).copyRows(weights[i]);
        }
    }

    private void squashMean(float[] observation) {
        // the deterministic action needs no log sigma: the head's right half is left out
        float[] head = forward(observation, actionSize);
        for (int i = 0; i < actionSize; i++) {
            normalised[i] = Tanh.of(head[i]);
        }
    }

    private void squashSample(float[] observation, RandomStream stream) {
        for (int i = 0; i < actionSize; i++) {
            noise[i] = stream.nextGaussian();
        }
        squashNoise(observation, noise);
    }

    private void squashNoise(float[] observation, double[] standardNoise) {
        float[] head = forward(observation, 2 * actionSize);
        double logSigmaLow = network.logSigmaLow();
        double logSigmaHigh = network.logSigmaHigh();
        for (int i = 0; i < actionSize; i++) {
            double logSigma = Math.min(logSigmaHigh, Math.max(logSigmaLow, head[actionSize + i]));
            normalised[i] = Tanh.of(head[i] + StrictMath.exp(logSigma) * standardNoise[i]);
        }
    }

    /** Runs all layers; returns the head's outputs, of which the first {@code headColumns} are valid and not NaN. */
    private float[] forward(float[] observation, int headColumns) {
        requireLength("observation", observation, observationSize);
        requireFinite(observation);
        float[] x = observation;
        int last = activations.length - 1;
        for (int i = 0; i <= last; i++) {
            DenseLayer layer = network.layers().get(i);
            float[] y = activations[i];
            int columns = i == last ? headColumns : layer.outputs();
            DenseKernel.multiplyAdd(x, weights[i], layer.sharedBias(), columns, y);
            DenseKernel.activate(layer.activation(), columns, y);
            x = y;
        }
        requireNumbers(x, headColumns);
        return x;
    }

    private static void requireFinite(float[] observation) {
        for (int i = 0; i < observation.length; i++) {
            if (!Float.isFinite(observation[i])) {
                throw new IllegalArgumentException("observation is not finite: component=" + i + " value="
                        + observation[i] + "; check the sensor and fall back to a safe action");
            }
        }
    }

    private void requireNumbers(float[] head, int columns) {
        for (int i = 0; i < columns; i++) {
            if (Float.isNaN(head[i])) {
                throw new ArithmeticException("policy overflowed: output=" + i + " value=" + head[i] + " version="
                        + network.version() + "; observation or weights are too large, fall back to a safe action");
            }
        }
    }

    private static void requireLength(String name, float[] array, int length) {
        if (array.length != length) {
            throw new IllegalArgumentException(name + " has length=" + array.length + "; the policy needs " + length);
        }
    }
}
