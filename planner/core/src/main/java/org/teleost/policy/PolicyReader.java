package org.teleost.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decodes what follows the header of a policy file. Trusts nothing although the checksum fitted: every size is compared
 * with the bytes left before anything is allocated.
 */
final class PolicyReader {
    private final ByteBuffer in;
    private final String source;

    /** Reads from the buffer's position to its limit. */
    PolicyReader(ByteBuffer in, String source) {
        this.in = in;
        this.source = source;
    }

    SavedPolicy read() throws PolicyFileException {
        try {
            String problem = text("problem", SavedPolicy.MAX_NAME_BYTES);
            PolicyNetwork network = network();
            Map<String, String> facts = facts();
            if (in.hasRemaining()) {
                throw refusal("bytes left over", in.remaining(), 0);
            }
            return new SavedPolicy(problem, network, facts);
        } catch (IllegalArgumentException e) {
            throw new PolicyFileException(
                    "policy file holds no valid policy: file=" + source + "; save it anew. " + e.getMessage(), e);
        }
    }

    private PolicyNetwork network() throws PolicyFileException {
        long version = need("version", 8).getLong();
        float logSigmaLow = need("logSigmaLow", 4).getFloat();
        float logSigmaHigh = need("logSigmaHigh", 4).getFloat();
        int actionSize = count("actionSize", 1, PolicyCodec.MAX_WIDTH);
        float[] low = floats("actionLow", actionSize);
        float[] high = floats("actionHigh", actionSize);
        int layerCount = count("layers", 1, PolicyCodec.MAX_LAYERS);
        List<DenseLayer> layers = new ArrayList<>(layerCount);
        for (int i = 0; i < layerCount; i++) {
            layers.add(layer());
        }
        return new PolicyNetwork(layers, low, high, logSigmaLow, logSigmaHigh, version);
    }

    private DenseLayer layer() throws PolicyFileException {
        int inputs = count("inputs", 1, PolicyCodec.MAX_WIDTH);
        int outputs = count("outputs", 1, PolicyCodec.MAX_WIDTH);
        Activation activation = activation(need("activation", 1).get());
        float[] weights = floats("weights", (long) inputs * outputs);
        float[] bias = floats("bias", outputs);
        return new DenseLayer(inputs, outputs, weights, bias, activation);
    }

    private Map<String, String> facts() throws PolicyFileException {
        int factCount = count("facts", 0, SavedPolicy.MAX_FACTS);
        Map<String, String> facts = new TreeMap<>();
        for (int i = 0; i < factCount; i++) {
            String key = text("key", SavedPolicy.MAX_NAME_BYTES);
            if (facts.put(key, text("value", SavedPolicy.MAX_FACT_BYTES)) != null) {
                throw new PolicyFileException(
                        "policy file names a fact twice: file=" + source + " key=" + key + "; save the policy anew");
            }
        }
        return facts;
    }

    private Activation activation(byte code) throws PolicyFileException {
        return switch (code) {
            case 0 -> Activation.NONE;
            case 1 -> Activation.RELU;
            case 2 -> Activation.TANH;
            default -> throw refusal("activation", code, 2);
        };
    }

    private String text(String name, int maxBytes) throws PolicyFileException {
        int length = count(name + " bytes", 0, maxBytes);
        ByteBuffer bytes = need(name, length).slice(in.position(), length);
        in.position(in.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new PolicyFileException(
                    "policy file has text that is no UTF-8: file=" + source + " field=" + name
                            + "; save the policy anew",
                    e);
        }
    }

    private float[] floats(String name, long count) throws PolicyFileException {
        need(name, Float.BYTES * count);
        float[] values = new float[(int) count];
        in.asFloatBuffer().get(values);
        in.position(in.position() + Float.BYTES * values.length);
        return values;
    }

    private int count(String name, int least, int most) throws PolicyFileException {
        int value = need(name, 4).getInt();
        if (value < least || value > most) {
            throw refusal(name, value, most);
        }
        return value;
    }

    /** The buffer, if it has that many bytes left. */
    private ByteBuffer need(String name, long bytes) throws PolicyFileException {
        if (bytes > in.remaining()) {
            throw refusal(name + " bytes", bytes, in.remaining());
        }
        return in;
    }

    private PolicyFileException refusal(String name, long value, long most) {
        return new PolicyFileException("policy file is malformed: file=" + source + " position=" + in.position()
                + " field=" + name + " value=" + value + " most=" + most + "; save the policy anew");
    }
}
