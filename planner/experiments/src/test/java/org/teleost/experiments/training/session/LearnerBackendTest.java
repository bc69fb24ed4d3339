package org.teleost.experiments.training.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.teleost.experiments.config.ConfigException;

class LearnerBackendTest {
    @Test
    void aBuildWithoutCudaSaysNothing() {
        List<String> notices = new ArrayList<>();
        LearnerThreads.use(1, notices::add);
        assertThat(notices).isEmpty();
    }

    @Test
    void aGpuThatCannotComputeIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> LearnerBackend.tryOut(() -> {
                    throw new ExceptionInInitializerError("no kernel image is available for execution on the device");
                }))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no kernel image")
                .hasMessageContaining("BACKEND_PRIORITY_CPU=200");
    }

    @Test
    void theProductThatIsTriedIsAskedForAsTheLearnerAsks() {
        LearnerBackend.requireProduct();
        assertThat(Nd4j.getExecutioner().type()).isEqualTo(ExecutionerType.NATIVE_CPU);
    }

    @Test
    void standardErrorIsKeptFromPeopleAndGivenBack() {
        PrintStream err = System.err;
        assertThat(LearnerBackend.withoutStandardError(() -> System.err.print("a stack trace")))
                .isEqualTo("a stack trace");
        assertThatThrownBy(() -> LearnerBackend.withoutStandardError(() -> {
                    throw new IllegalStateException("no backend");
                }))
                .hasMessage("no backend");
        assertThat(System.err).isSameAs(err);
    }
}
