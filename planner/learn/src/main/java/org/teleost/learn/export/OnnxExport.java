package org.teleost.learn.export;

import java.io.IOException;
import java.nio.file.Path;
import onnx.Onnx;
import org.teleost.policy.PolicyRunner;
import org.teleost.policy.SavedPolicy;
import org.teleost.storage.WholeFile;

/**
 * The deterministic policy as an ONNX model (operator set 13, IR version 7, ONNX 1.8 of 2020 and later): input
 * {@value #INPUT} float[batch, observationSize], output {@value #OUTPUT} float[batch, actionSize] in the environment's
 * units, within the action bounds.
 *
 * <p>Gives the actions of {@link PolicyRunner#act} up to the rounding of the runtime that runs it. Unlike the runner
 * the model does not refuse an observation that is not finite: check it before. The log sigma half of the head is left
 * out. Problem, policy version and training facts are kept as metadata of the model: {@code problem},
 * {@code policyVersion} and {@code fact.} with the fact's key appended.
 *
 * <p>Source: the ONNX specification, onnx/onnx docs/IR.md and docs/Operators.md.
 */
public final class OnnxExport {
    public static final String INPUT = "observation";
    public static final String OUTPUT = "action";
    static final int OPERATOR_SET = 13;
    static final int IR_VERSION = 7;

    private OnnxExport() {}

    /**
     * Writes the model, or replaces it, in one step.
     *
     * @throws IOException if the folder cannot be written
     */
    public static void write(Path path, SavedPolicy policy) throws IOException {
        WholeFile.write(path, toBytes(policy));
    }

    /** The model as the bytes of an ONNX file; same bytes for equal policies. */
    public static byte[] toBytes(SavedPolicy policy) {
        Onnx.ModelProto.Builder model = Onnx.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("teleost")
                .setModelVersion(policy.network().version())
                .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(new OnnxPolicyGraph(policy.network()).build());
        model.addMetadataProps(entry("problem", policy.problem()));
        model.addMetadataProps(
                entry("policyVersion", Long.toString(policy.network().version())));
        policy.facts().forEach((key, value) -> model.addMetadataProps(entry("fact." + key, value)));
        return model.build().toByteArray();
    }

    private static Onnx.StringStringEntryProto entry(String key, String value) {
        return Onnx.StringStringEntryProto.newBuilder()
                .setKey(key)
                .setValue(value)
                .build();
    }
}
