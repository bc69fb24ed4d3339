package org.teleost.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.twin.TwinCheck;
import org.teleost.envs.mars.LeafValue;
import org.teleost.envs.mars.Mars;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.Problem;
import org.teleost.system.Problems;
import org.teleost.tutorial.WetFloor;

/** Every problem's twin does what its Java model does, to the last bit: lanes, numbers, decisions and draws. */
class ModelTwinsTest {
    private static final int CASES = 3_000;
    private static final int EPISODES = 300;
    private static final Path ROOT = Path.of(System.getProperty("teleost.root", ".."));
    private static final Path TUTORIAL = ROOT.resolve("tests/src/test");

    static List<Problem> problems() {
        return Problems.withTwins();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void statesActionsAndHistoriesAgreeToTheLastBit(Problem problem) {
        for (long seed = 1; seed <= 3; seed++) {
            assertAgree(problem.instance(seed).model(), seed, 0.0);
        }
    }

    @Test
    void theOtherLeafValueOfMarsAgreesToTheLastBit() {
        Mars mars = (Mars) Problems.named("mars-20").instance(4).model();
        assertAgree(new Mars("mars-20", mars.map(), LeafValue.PUBLISHED, Mars.COSTS), 4, 0.0);
    }

    /** A map of another episode is data: the compiled program is the same. */
    @ParameterizedTest
    @MethodSource("problems")
    void instancesOfAProblemShareOneProgram(Problem problem) {
        assertThat(problem.instance(5).model().deviceModel().orElseThrow().source())
                .isEqualTo(
                        problem.instance(6).model().deviceModel().orElseThrow().source());
    }

    /** Its likelihood is a logarithm of Java's, which promises one unit in the last place and no more. */
    @Test
    void theTutorialsModelAgreesWithItsTwinUpToTheLastBitsOfLogarithms() {
        assertAgree(new WetFloor(), 1, 1e-15);
    }

    @Test
    void theGuideShowsTheTutorialsTwinAsItIs() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/cuda.md"));
        assertThat(guide)
                .contains("```c\n"
                        + Files.readString(TUTORIAL.resolve("resources/org/teleost/tutorial/wet-floor.cu"))
                        + "```\n");
        String model = Files.readString(TUTORIAL.resolve("java/org/teleost/tutorial/WetFloor.java"));
        int start = guide.indexOf("```java\n") + "```java\n".length();
        assertThat(model).contains(guide.substring(start, guide.indexOf("```", start)));
    }

    @Test
    void aTwinThatDiffersIsShownWithCaseAndField() {
        try (TwinCheck check = new TwinCheck(new WrongTwin("s->ints[0] + 2", ""))) {
            assertThat(check.compareCases(1, 100, 0.0))
                    .isNotEmpty()
                    .first()
                    .asString()
                    .matches("case 0, next state.int0: host=(\\d+) device=\\d+");
        }
    }

    @Test
    void errorsOfATwinComeWithItsOwnFileAndLine() {
        assertThatThrownBy(() -> new TwinCheck(new WrongTwin("s->ints[0] + 1", "int broken = nothing;")))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("wrong.cu:2:")
                .hasMessageContaining("nothing");
    }

    private static void assertAgree(GenerativeModel model, long seed, double tolerance) {
        try (TwinCheck check = new TwinCheck(model)) {
            assertThat(check.compareCases(seed, CASES, tolerance)).isEmpty();
            assertThat(check.compareEpisodes(seed, EPISODES, tolerance)).isEmpty();
        }
    }
}
