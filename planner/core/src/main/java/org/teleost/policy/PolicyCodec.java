package org.teleost.policy;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.CRC32C;

/** The bytes of a policy file, see {@link PolicyFile}. */
final class PolicyCodec {
    static final int MAX_BYTES = 64 << 20;
    static final int MAX_LAYERS = 64;
    static final int MAX_WIDTH = 1 << 16;
    static final int FORMAT = 1;

    /** Starts with a byte that is no ASCII and holds line ends, so a transfer as text shows at once. */
    static final long MAGIC = 0x8954_504F_4C0D_0A1AL;

    static final int CHECKSUM_BYTES = 4;
    static final int HEADER_BYTES = 8 + 4 + 8;

    private PolicyCodec() {}

    static byte[] encode(SavedPolicy policy) {
        int length = length(policy);
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putLong(MAGIC).putInt(FORMAT).putLong(length);
        putText(out, policy.problem());
        PolicyNetwork network = policy.network();
        out.putLong(network.version());
        out.putFloat(network.logSigmaLow()).putFloat(network.logSigmaHigh());
        out.putInt(network.actionSize());
        putFloats(out, network.actionLow());
        putFloats(out, network.actionHigh());
        out.putInt(network.layers().size());
        for (DenseLayer layer : network.layers()) {
            out.putInt(layer.inputs()).putInt(layer.outputs()).put(code(layer.activation()));
            putFloats(out, layer.sharedWeights());
            putFloats(out, layer.sharedBias());
        }
        out.putInt(policy.facts().size());
        for (Map.Entry<String, String> fact : policy.facts().entrySet()) {
            putText(out, fact.getKey());
            putText(out, fact.getValue());
        }
        out.putInt(checksum(out.array(), length - CHECKSUM_BYTES));
        return out.array();
    }

    /**
     * Decodes a whole file.
     *
     * @param bytes at most one byte more than {@link #MAX_BYTES}
     * @param source name of the file for messages
     */
    static SavedPolicy decode(byte[] bytes, String source) throws PolicyFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        checkHeader(in, source);
        int end = bytes.length - CHECKSUM_BYTES;
        int stored = in.getInt(end);
        int computed = checksum(bytes, end);
        if (stored != computed) {
            throw new PolicyFileException("policy file is damaged: file=" + source + " checksumStored="
                    + Integer.toHexString(stored) + " checksumComputed=" + Integer.toHexString(computed)
                    + "; copy it again or save the policy anew");
        }
        return new PolicyReader(in.limit(end), source).read();
    }

    static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static void checkHeader(ByteBuffer in, String source) throws PolicyFileException {
        int size = in.remaining();
        if (size > MAX_BYTES) {
            throw new PolicyFileException("policy file is too large: file=" + source + " bytes above " + MAX_BYTES
                    + "; a policy has less, so this is another kind of file");
        }
        if (size < 8 || in.getLong() != MAGIC) {
            throw new PolicyFileException("not a policy file: file=" + source + " bytes=" + size
                    + "; it does not start with the mark of a policy file, check the path");
        }
        if (size < HEADER_BYTES + CHECKSUM_BYTES) {
            throw new PolicyFileException("policy file is cut short: file=" + source + " bytes=" + size
                    + "; copy it again or save the policy anew");
        }
        int format = in.getInt();
        if (format != FORMAT) {
            throw new PolicyFileException("policy file has an unknown format: file=" + source + " format=" + format
                    + " supported=" + FORMAT + "; use a newer Teleost, or save the policy anew with this one");
        }
        long length = in.getLong();
        if (length != size) {
            throw new PolicyFileException("policy file is " + (size < length ? "cut short" : "damaged") + ": file="
                    + source + " bytes=" + size + " expected=" + length + "; copy it again or save the policy anew");
        }
    }

    private static int length(SavedPolicy policy) {
        PolicyNetwork network = policy.network();
        if (network.layers().size() > MAX_LAYERS) {
            throw new IllegalArgumentException(
                    "policy is too large for a file: layers=" + network.layers().size() + "; at most " + MAX_LAYERS);
        }
        long length = HEADER_BYTES + 4L + bytes(policy.problem()) + 16 + 4 + 8L * network.actionSize() + 4;
        for (DenseLayer layer : network.layers()) {
            if (layer.inputs() > MAX_WIDTH || layer.outputs() > MAX_WIDTH) {
                throw new IllegalArgumentException("policy is too large for a file: " + layer + "; a layer has at most "
                        + MAX_WIDTH + " inputs and outputs");
            }
            length += 9 + 4L * layer.inputs() * layer.outputs() + 4L * layer.outputs();
        }
        length += 4;
        for (Map.Entry<String, String> fact : policy.facts().entrySet()) {
            length += 8L + bytes(fact.getKey()) + bytes(fact.getValue());
        }
        length += CHECKSUM_BYTES;
        if (length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "policy is too large for a file: bytes=" + length + "; at most " + MAX_BYTES);
        }
        return (int) length;
    }

    private static byte code(Activation activation) {
        return switch (activation) {
            case NONE -> 0;
            case RELU -> 1;
            case TANH -> 2;
        };
    }

    private static int bytes(String text) {
        return SavedPolicy.utf8("text", text, Integer.MAX_VALUE).length;
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] bytes = SavedPolicy.utf8("text", text, Integer.MAX_VALUE);
        out.putInt(bytes.length).put(bytes);
    }

    private static void putFloats(ByteBuffer out, float[] values) {
        out.asFloatBuffer().put(values);
        out.position(out.position() + Float.BYTES * values.length);
    }
}
