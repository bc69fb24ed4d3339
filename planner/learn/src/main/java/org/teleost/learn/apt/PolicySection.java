package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyNetwork;

/**
 * The policy that the actors had when a checkpoint was written: between two publications it is older than the learner's
 * networks, and a resumed run must act with the same one.
 */
final class PolicySection {
    private static final int MAX_NUMBERS = 1 << 28;

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

    /** Reads a policy, null if none was published yet. */
    static PolicyNetwork read(DataInput in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        try {
            long version = in.readLong();
            float[] low = readFloats(in);
            float[] high = readFloats(in);
            float logSigmaLow = in.readFloat();
            float logSigmaHigh = in.readFloat();
            int count = in.readInt();
            List<DenseLayer> layers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int inputs = in.readInt();
                int outputs = in.readInt();
                Activation activation = Activation.valueOf(in.readUTF());
                layers.add(new DenseLayer(inputs, outputs, readFloats(in), readFloats(in), activation));
            }
            return new PolicyNetwork(layers, low, high, logSigmaLow, logSigmaHigh, version);
        } catch (IllegalArgumentException e) {
            throw new IOException("policy contradicts itself: " + e.getMessage(), e);
        }
    }

    private static void writeFloats(float[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] readFloats(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_NUMBERS) {
            throw new IOException("policy has an array of length=" + length + "; at most " + MAX_NUMBERS);
        }
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
