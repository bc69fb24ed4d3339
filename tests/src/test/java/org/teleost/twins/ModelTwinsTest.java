package org.teleost.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.envs.mars.LeafValue;
import org.teleost.envs.mars.Mars;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.Problem;
import org.teleost.system.Problems;

/** Every problem's twin does what its Java model does, to the last bit: lanes, numbers, decisions and draws. */
class ModelTwinsTest {
    private static final int CASES = 3_000;
    private static final int EPISODES = 300;

    static List<Problem> problems() {
        return Problems.all();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void statesActionsAndHistoriesAgreeToTheLastBit(Problem problem) {
        for (long seed = 1; seed <= 3; seed++) {
            assertAgree(problem.instance(seed).model(), seed);
        }
    }

    @Test
    void theOtherLeafValueOfMarsAgreesToTheLastBit() {
        Mars mars = (Mars) Problems.named("mars-20").instance(4).model();
        assertAgree(new Mars("mars-20", mars.map(), LeafValue.PUBLISHED, Mars.COSTS), 4);
    }

    /** A map of another episode is data: the compiled program is the same. */
    @ParameterizedTest
    @MethodSource("problems")
    void instancesOfAProblemShareOneProgram(Problem problem) {
        assertThat(problem.instance(5).model().deviceModel().orElseThrow().source())
                .isEqualTo(
                        problem.instance(6).model().deviceModel().orElseThrow().source());
    }

    private static void assertAgree(GenerativeModel model, long seed) {
        try (TwinProgram program = new TwinProgram(model)) {
            assertThat(program.compareCases(seed, CASES, 0.0)).isEmpty();
            assertThat(program.compareEpisodes(seed, EPISODES, 0.0)).isEmpty();
        }
    }

    static String resource(String file) {
        try (InputStream stream = ModelTwinsTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
