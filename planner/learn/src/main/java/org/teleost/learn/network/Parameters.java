package org.teleost.learn.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * All parameters of one or more networks in one flat array, with their gradients in a second, so that an optimiser step
 * and an average over networks are one pass each. Layers claim consecutive ranges while they are built.
 */
public final class Parameters implements AutoCloseable {
    private final Products products;
    private final float[] values;
    private final float[] gradients;
    private final Floats valueMemory;
    private final Floats gradientMemory;
    private int claimed;

    /**
     * @param size number of parameters, positive
     * @param products multiplies them, and the matrices of all networks on them
     */
    public Parameters(int size, Products products) {
        this.products = products;
        values = new float[size];
        gradients = new float[size];
        valueMemory = products.floats(size);
        gradientMemory = products.floats(size);
    }

    public int size() {
        return values.length;
    }

    /** The values, shape [size]; after a change from outside call {@link #upload}. */
    public float[] values() {
        return values;
    }

    /** The gradients of the last backward pass, shape [size]. */
    public float[] gradients() {
        return gradients;
    }

    /** Makes changed values known to the matrix products. */
    public void upload() {
        valueMemory.upload(values, 0, values.length);
    }

    /** Moves each value by {@code fraction} of its distance to the value of {@code source} (Polyak averaging). */
    public void approach(Parameters source, float fraction) {
        float[] target = values;
        float[] goal = source.values;
        for (int i = 0; i < target.length; i++) {
            target[i] += fraction * (goal[i] - target[i]);
        }
        upload();
    }

    /** Takes over the values of {@code source}. */
    public void copyFrom(Parameters source) {
        System.arraycopy(source.values, 0, values, 0, values.length);
        upload();
    }

    /** False if a value is NaN or infinite, or their absolute sum leaves the range of a float. */
    public boolean finite() {
        return Float.isFinite(products.absoluteSum(valueMemory, values.length));
    }

    /** Writes the values. */
    public void write(DataOutput out) throws IOException {
        FloatBlock.write(values, out);
    }

    /**
     * Restores what {@link #write} wrote.
     *
     * @param name names the parameters in an error
     * @throws IOException if the number of parameters differs, or the data ends early
     */
    public void read(DataInput in, String name) throws IOException {
        FloatBlock.read(values, in, name);
        upload();
    }

    /** Gives the next {@code count} parameters to a layer and returns the index of the first. */
    int claim(int count) {
        int start = claimed;
        if (count > values.length - start) {
            throw new IllegalStateException("parameters exhausted: size=" + values.length + " claimed=" + start
                    + " requested=" + count + "; size the array by NetworkShape.parameters()");
        }
        claimed += count;
        return start;
    }

    Products products() {
        return products;
    }

    /** The values from {@code offset} on, for products. */
    Floats valuesFrom(int offset) {
        return valueMemory.from(offset);
    }

    /** The gradients from {@code offset} on, for products. */
    Floats gradientsFrom(int offset) {
        return gradientMemory.from(offset);
    }

    /** Copies gradients that a product wrote to the Java side. */
    void downloadGradients(int offset, int length) {
        gradientMemory.download(gradients, offset, length);
    }

    @Override
    public void close() {
        valueMemory.close();
        gradientMemory.close();
    }
}
