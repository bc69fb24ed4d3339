package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault in a problem's own code is the problem's, wherever it runs: exit code 3 with its place. */
class FaultyProblemsTest {
    @TempDir
    private Path folder;

    private Terminal plan(String problem, String... more) {
        return Terminal.of("plan " + problem + " --budget 20ep --episodes 2 --out " + folder.resolve("run"))
                .run(more);
    }

    @ParameterizedTest
    @CsvSource({
        "faulty-instance, problem=faulty-instance episode=0: FaultyProblem.fail (FaultyProblem.java",
        "faulty-instance_argument, problem=faulty-instance_argument episode=0: FaultyProblem.instance",
        "faulty-world, problem=faulty-world episode=0: FaultyProblem.fail",
        "faulty-static, NegativeArraySizeException",
        "faulty-initial, broken on purpose",
        "faulty-initial_overflow, StackOverflowError",
        "faulty-history, broken on purpose",
        "faulty-action_text, AssertionError: broken on purpose",
        "faulty-percept, problem=faulty-percept episode=0: FaultyProblem.fail",
        "faulty-metrics, problem=faulty-metrics episode=0: FaultyProblem$FaultyWorld.metrics",
    })
    void theProblemAndThePlaceAreNamed(String problem, String message) {
        Terminal terminal = plan(problem);
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.MODEL);
        assertThat(terminal.err()).contains(message).doesNotContain("\tat ").doesNotContain("internal error");
        assertThat(terminal.err()).containsAnyOf("problem=" + problem, "model=faulty");
    }

    @ParameterizedTest
    @CsvSource({"problems faulty-instance", "bench faulty-instance", "compare faulty-instance --episodes 1 --out none"})
    void otherCommandsSayWhoseFaultItIs(String command) {
        Terminal terminal = Terminal.of(command).run();
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.MODEL);
        assertThat(terminal.err())
                .contains("FaultyProblem.fail (FaultyProblem.java")
                .doesNotContain("internal error");
    }

    @Test
    void aNegativeNumberOfObservationsIsRefused() {
        for (String policy : new String[] {"planner", "pomcp", "qmdp"}) {
            Terminal terminal = plan("faulty-negative_observations", "--policy", policy, "--overwrite");
            assertThat(terminal.code()).as(policy).isEqualTo(ExitCode.USAGE);
            assertThat(terminal.err()).contains("observationCount=-1; allowed");
        }
    }

    @Test
    void aBeliefThatIsMostlyLostIsSaidAtTheEnd() {
        Terminal terminal = plan("faulty-deaf", "--quiet");
        assertThat(terminal.code()).isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("the belief was lost in 8 of 8 updates", "logLikelihood");
        assertThat(plan("corridor", "--quiet", "--overwrite").err()).doesNotContain("lost");
    }
}
