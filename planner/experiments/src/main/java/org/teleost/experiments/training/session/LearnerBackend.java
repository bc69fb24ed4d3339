package org.teleost.experiments.training.session;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineProvider;

/**
 * Where the learner computes: ND4J takes a GPU when its CUDA backend is on the class path and can run, else the CPU.
 */
final class LearnerBackend {
    private static final Logger LOG = LoggerFactory.getLogger(LearnerBackend.class);

    private LearnerBackend() {}

    /** Loads ND4J; {@code notice} hears why there is no GPU where the build has ND4J's CUDA backend. */
    static void load(Consumer<String> notice) {
        Optional<String> obstacle = EngineChoice.providers().stream()
                .filter(provider -> provider.name().equals(EngineChoice.CUDA))
                .findFirst()
                .flatMap(EngineProvider::obstacle);
        if (obstacle.isEmpty()) {
            Nd4j.getBackend();
            return;
        }
        String said = withoutStandardError(Nd4j::getBackend);
        LOG.debug(said);
        // silent when ND4J was told to take the CPU
        if (!said.isEmpty() && Nd4j.getExecutioner().type() != ExecutionerType.CUDA) {
            notice.accept("no GPU for the learner: " + obstacle.get() + "; learning on the CPU");
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
