package org.teleost.learn.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The Adam optimiser (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, the reordered form at the
 * end of section 2) over one flat array of parameters.
 */
public final class Adam {
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double learningRate;
    private final double beta1;
    private final float[] mean;
    private final float[] square;
    private long steps;

    /**
     * @param size number of parameters
     * @param learningRate step size, positive
     * @param beta1 decay of the gradient's mean, in [0, 1)
     */
    public Adam(int size, double learningRate, double beta1) {
        this.learningRate = learningRate;
        this.beta1 = beta1;
        mean = new float[size];
        square = new float[size];
    }

    /** One descent step of {@code parameters} along its gradients, then uploads the values. */
    public void step(Parameters parameters) {
        step(parameters.values(), parameters.gradients());
        parameters.upload();
    }

    /** One descent step of {@code values}; all arrays have the size given at construction. */
    public void step(float[] values, float[] gradients) {
        steps++;
        double root = Math.sqrt(1.0 - Math.pow(BETA2, (double) steps));
        float rate = (float) (learningRate * root / (1.0 - Math.pow(beta1, (double) steps)));
        float epsilon = (float) (EPSILON * root);
        float keepMean = (float) beta1;
        float addMean = (float) (1.0 - beta1);
        float keepSquare = (float) BETA2;
        float addSquare = (float) (1.0 - BETA2);
        float[] m = mean;
        float[] v = square;
        for (int i = 0; i < m.length; i++) {
            float gradient = gradients[i];
            float first = keepMean * m[i] + addMean * gradient;
            float second = keepSquare * v[i] + addSquare * gradient * gradient;
            m[i] = first;
            v[i] = second;
            values[i] -= rate * first / ((float) Math.sqrt(second) + epsilon);
        }
    }

    /** Writes the moments and the number of steps. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(steps);
        FloatBlock.write(mean, out);
        FloatBlock.write(square, out);
    }

    /** Restores what {@link #write} wrote. */
    public void read(DataInput in, String name) throws IOException {
        steps = in.readLong();
        if (steps < 0) {
            throw new IOException("saved optimiser does not fit: block=" + name + " steps=" + steps);
        }
        FloatBlock.read(mean, in, name + ".mean");
        FloatBlock.read(square, in, name + ".square");
    }
}
