package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.learn.checkpoint.SavedNumbers;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyNetwork;

/**
 * The policy that the actors had when a checkpoint was written: between two publications it is older than the learner's
 * networks, and a resumed run must act with the same one.
 */
final class PolicySection {
    private static final int MAX_LAYERS = 64;
    private static final int MAX_WIDTH = 1 << 16;
    private static final int CHUNK = 1 << 13;

    private PolicySection() {}

    /** @param network null if none was published yet */
    static void write(PolicyNetwork network, DataOutput out) throws IOException {
        out.writeBoolean(network != null);
        if (network == null) {
            return;
        }
        out.writeLong(network.version());
        writeFloats(network.actionLow(), out);
        writeFloats(network.actionHigh(), out);
        out.writeFloat(network.logSigmaLow());
        out.writeFloat(network.logSigmaHigh());
        out.writeInt(network.layers().size());
        for (DenseLayer layer : network.layers()) {
            out.writeInt(layer.inputs());
            out.writeInt(layer.outputs());
            out.writeUTF(layer.activation().name());
            writeFloats(layer.weights(), out);
            writeFloats(layer.bias(), out);
        }
    }

    /** Reads a policy for a problem of these sizes, null if none was published yet. */
    static PolicyNetwork read(DataInput in, int observationSize, int actionSize) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        try {
            long version = SavedNumbers.count(in, "version of the policy");
            float[] low = readFloats(in, actionSize);
            float[] high = readFloats(in, actionSize);
            float logSigmaLow = in.readFloat();
            float logSigmaHigh = in.readFloat();
            long count = SavedNumbers.range(in.readInt(), 1, MAX_LAYERS, "layers of the policy");
            List<DenseLayer> layers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int inputs = (int) SavedNumbers.range(in.readInt(), 1, MAX_WIDTH, "inputs of a layer");
                int outputs = (int) SavedNumbers.range(in.readInt(), 1, MAX_WIDTH, "outputs of a layer");
                Activation activation = Activation.valueOf(in.readUTF());
                float[] weights = readFloats(in, Math.multiplyExact(inputs, outputs));
                layers.add(new DenseLayer(inputs, outputs, weights, readFloats(in, outputs), activation));
            }
            PolicyNetwork network = new PolicyNetwork(layers, low, high, logSigmaLow, logSigmaHigh, version);
            if (network.observationSize() != observationSize) {
                throw new IOException("policy takes observations of " + network.observationSize() + " numbers and the"
                        + " problem gives " + observationSize);
            }
            return network;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("policy contradicts itself: " + e.getMessage(), e);
        }
    }

    private static void writeFloats(float[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /** Memory grows with what is there, not with what is promised. */
    private static float[] readFloats(DataInput in, int expected) throws IOException {
        SavedNumbers.range(in.readInt(), expected, expected, "length of an array of the policy");
        float[] values = new float[Math.min(expected, CHUNK)];
        for (int i = 0; i < expected; i++) {
            if (i == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(expected, 2L * i));
            }
            values[i] = in.readFloat();
        }
        return values;
    }
}
