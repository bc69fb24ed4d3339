package org.teleost.learn.sac;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.DenseLayer;

/**
 * Running mean and deviation of each component of the observations, over the states of all batches so far (Welford's
 * method). Networks then see (o - mean) / deviation. In a policy both are part of the first layer, so that whoever runs
 * it needs to know nothing of them.
 */
final class ObservationScale {
    /** A component that varies less, as a share of its size, is only shifted. */
    private static final double CONSTANT = 1e-4;

    private final double[] mean;
    private final double[] squares;
    private final float[] center;
    private final float[] factor;
    private final Batch scaled;
    private long count;

    ObservationScale(int observationSize, int actionSize, int rows) {
        mean = new double[observationSize];
        squares = new double[observationSize];
        center = new float[observationSize];
        factor = new float[observationSize];
        scaled = new Batch(rows, observationSize, actionSize);
        settle();
    }

    /** Learns from the states of a batch; returns a copy of it as the networks shall see it, valid until the next. */
    Batch see(Batch batch) {
        int size = mean.length;
        for (int row = 0; row < batch.rows; row++) {
            count++;
            for (int i = 0; i < size; i++) {
                double value = batch.observations[row * size + i];
                double off = value - mean[i];
                mean[i] += off / count;
                squares[i] += off * (value - mean[i]);
            }
        }
        settle();
        scale(batch.observations, scaled.observations);
        scale(batch.nextObservations, scaled.nextObservations);
        System.arraycopy(batch.actions, 0, scaled.actions, 0, batch.actions.length);
        System.arraycopy(batch.rewards, 0, scaled.rewards, 0, batch.rows);
        System.arraycopy(batch.terminated, 0, scaled.terminated, 0, batch.rows);
        return scaled;
    }

    private void settle() {
        for (int i = 0; i < mean.length; i++) {
            double deviation = count == 0 ? 0.0 : Math.sqrt(squares[i] / count);
            center[i] = (float) mean[i];
            factor[i] = deviation > CONSTANT * Math.max(1.0, Math.abs(mean[i])) ? (float) (1.0 / deviation) : 1.0f;
        }
    }

    private void scale(float[] from, float[] to) {
        for (int k = 0; k < from.length; k++) {
            int i = k % center.length;
            to[k] = (from[k] - center[i]) * factor[i];
        }
    }

    /** The same layers for observations as they are: x W + b with x = (o - mean) / deviation. */
    List<DenseLayer> fold(List<DenseLayer> layers) {
        DenseLayer first = layers.get(0);
        float[] weights = first.weights();
        float[] bias = first.bias();
        int outputs = first.outputs();
        for (int j = 0; j < outputs; j++) {
            double sum = bias[j];
            for (int i = 0; i < first.inputs(); i++) {
                weights[i * outputs + j] *= factor[i];
                sum -= (double) weights[i * outputs + j] * center[i];
            }
            bias[j] = (float) sum;
        }
        List<DenseLayer> folded = new ArrayList<>(layers);
        folded.set(0, new DenseLayer(first.inputs(), outputs, weights, bias, first.activation()));
        return folded;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(count);
        for (int i = 0; i < mean.length; i++) {
            out.writeDouble(mean[i]);
            out.writeDouble(squares[i]);
        }
    }

    void read(DataInput in) throws IOException {
        count = in.readLong();
        boolean sane = count >= 0;
        for (int i = 0; i < mean.length; i++) {
            mean[i] = in.readDouble();
            squares[i] = in.readDouble();
            sane &= Double.isFinite(mean[i]) && squares[i] >= 0.0 && Double.isFinite(squares[i]);
        }
        if (!sane) {
            throw new IOException("saved learner has an impossible scale of observations: count=" + count);
        }
        settle();
    }
}
