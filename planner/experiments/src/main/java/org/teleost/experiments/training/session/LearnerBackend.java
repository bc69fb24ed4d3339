package org.teleost.experiments.training.session;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teleost.experiments.config.ConfigException;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineProvider;
import org.teleost.storage.JavaCppFolder;

/**
 * Where the learner computes: ND4J takes a GPU when its CUDA backend is on the class path and can run, else the CPU.
 */
final class LearnerBackend {
    private static final Logger LOG = LoggerFactory.getLogger(LearnerBackend.class);

    private LearnerBackend() {}

    /** Loads ND4J; {@code notice} hears why there is no GPU where the build has ND4J's CUDA backend. */
    static void load(Consumer<String> notice) {
        JavaCppFolder.prepare();
        Optional<String> obstacle = EngineChoice.providers().stream()
                .filter(provider -> provider.name().equals(EngineChoice.CUDA))
                .findFirst()
                .flatMap(EngineProvider::obstacle);
        if (obstacle.isEmpty()) {
            tryOut(LearnerBackend::multiply);
            return;
        }
        String said = withoutStandardError(Nd4j::getBackend);
        LOG.debug(said);
        // silent when ND4J was told to take the CPU
        if (!said.isEmpty() && Nd4j.getExecutioner().type() != ExecutionerType.CUDA) {
            notice.accept("no GPU for the learner: " + obstacle.get() + "; learning on the CPU");
        }
    }

    /** ND4J takes any GPU, also one that its library has no code for: better found out before the training begins. */
    static void tryOut(Runnable product) {
        try {
            product.run();
        } catch (RuntimeException | LinkageError e) {
            throw new ConfigException(
                    "ND4J can't compute here (" + e + "); set BACKEND_PRIORITY_CPU=200 in the environment to learn on"
                            + " the CPU",
                    e);
        }
    }

    private static void multiply() {
        if (Nd4j.getExecutioner().type() == ExecutionerType.CUDA) {
            requireProduct();
        }
    }

    /** What the learner asks of ND4J and no more: memory, copies and cuBLAS run where ND4J's own kernels can't. */
    static void requireProduct() {
        INDArray ones = Nd4j.createFromArray(1f, 1f, 1f, 1f).reshape('f', true, 2, 2);
        INDArray two = Nd4j.zeros(DataType.FLOAT, 4).reshape('f', true, 2, 2);
        Nd4j.gemm(ones, ones, two, false, false, 1.0, 0.0);
        if (two.getFloat(1, 1) != 2.0f) {
            throw new IllegalStateException("1 * 1 + 1 * 1 = " + two.getFloat(1, 1));
        }
    }

    /** ND4J prints the stack trace of a backend that it can't use; returns what was printed. */
    static String withoutStandardError(Runnable action) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
