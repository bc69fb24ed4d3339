package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void problemsAreListedWithTheirSizes() throws IOException {
        assertThat(Terminal.of("problems").run().out()).contains("corridor", "walk to the end");
        JsonNode json = JSON.readTree(Terminal.of("problems --json").run().out());
        assertThat(json.get("problems")).hasSize(3);
        assertThat(json.at("/problems/1/actions").intValue()).isEqualTo(2);
    }

    @Test
    void oneProblemShowsEverySettingWithItsRange() {
        assertThat(Terminal.of("problems corridor").run().out())
                .contains("always-right", "maxDepth", "1 to 256", "budget", "worker threads", "inverse temperature")
                .contains("soft, mean, max, leaf-and-mean");
        assertThat(Terminal.of("problems corridr").run().code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theDoctorFindsTheProblems() throws IOException {
        Terminal terminal = Terminal.of("doctor").run();
        assertThat(terminal.code()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .contains("java", "cores", "heap", "engine host", "engine cuda", "3: abyss, corridor, pit");
        assertThat(JSON.readTree(Terminal.of("doctor --json").run().out())
                        .get("works")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void everyCommandTeachesWithExamplesOrExitCodes() {
        for (String command : new String[] {"", "plan ", "problems ", "doctor ", "bench ", "compare "}) {
            Terminal terminal = Terminal.of(command + "--help").run();
            assertThat(terminal.code()).isEqualTo(ExitCode.OK);
            assertThat(terminal.out()).contains("Usage: teleost").contains("Exit codes:");
        }
        assertThat(Terminal.of("version").run().out()).contains("teleost ", "java ");
    }

    @Test
    void benchMeasuresThroughputAndLatency() throws IOException {
        Terminal terminal = Terminal.of("bench corridor --seconds 0.2 --rounds 1 --threads 2 --budgets 2ms --json")
                .run();
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("simulated steps/s", "scaling");
        JsonNode json = JSON.readTree(terminal.out().lines().reduce((a, b) -> b).orElseThrow());
        JsonNode corridor = json.at("/problems/0");
        assertThat(corridor.get("simulatedStepsPerSecond1").doubleValue()).isPositive();
        assertThat(corridor.at("/latencies/0/decisions").intValue()).isGreaterThanOrEqualTo(10);
        assertThat(corridor.at("/latencies/0/planningMillis/p50").doubleValue()).isPositive();
    }

    @Test
    void benchRefusesImpossibleOptions() {
        assertThat(Terminal.of("bench corridor --seconds 0").run().code()).isEqualTo(ExitCode.USAGE);
        assertThat(Terminal.of("bench corridor --rounds many").run().code()).isEqualTo(ExitCode.USAGE);
        assertThat(Terminal.of("bench corridoor").run().err()).contains("did you mean 'corridor'?");
    }

    @Test
    void benchOfAnEngineThatIsNotHereSaysWhy() {
        Terminal terminal = Terminal.of("bench --engine cuda --check").run();
        assertThat(terminal.code()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("engine cuda: ");
        assertThat(Terminal.of("bench --engine cuda").run().code()).isEqualTo(ExitCode.USAGE);
        assertThat(Terminal.of("bench --check").run().err()).contains("--engine cuda --check");
    }
}
