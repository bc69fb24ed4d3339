package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.experiments.corridor.CorridorProblem;
import org.teleost.trace.EpisodeTraceReader;

class PlanCommandTest {
    @TempDir
    private Path folder;

    private static Terminal right(String... more) {
        return Terminal.of("plan corridor --policy always-right --budget 10ep").run(more);
    }

    @Test
    void aRuleOfThumbDecidesOnTheBelief() {
        Terminal terminal = Terminal.of("plan corridor --policy right-by-belief --budget 10ep")
                .run("--episodes", "2", "--out", "none");
        assertThat(terminal.code()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("discounted return    1.00 +- 0.00", "footsteps / episode  3.00");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void aLinePerEpisodeThenTheSummary() {
        Terminal terminal = right("--episodes", "2", "--out", "none");
        assertThat(terminal.code()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out().lines().filter(line -> line.contains(" yes ")))
                .hasSize(2);
        assertThat(terminal.out()).contains("discounted return    1.00 +- 0.00", "footsteps / episode  3.00");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void jsonIsTheLastLineAndHasTheWholeShape() throws IOException {
        Terminal terminal = right("--episodes", "2", "--out", "none", "--json", "--seed", "9");
        String last = terminal.out().lines().reduce((a, b) -> b).orElseThrow();
        JsonNode json = new ObjectMapper().readTree(last);
        assertThat(json.get("problem").textValue()).isEqualTo("corridor");
        assertThat(json.get("seed").longValue()).isEqualTo(9);
        assertThat(json.get("episodes").intValue()).isEqualTo(2);
        assertThat(json.get("budget").textValue()).isEqualTo("10ep");
        assertThat(json.get("threads").intValue()).isEqualTo(1);
        assertThat(json.at("/discountedReturn/mean").doubleValue()).isEqualTo(CorridorProblem.RETURN_OF_ALWAYS_RIGHT);
        for (String path : new String[] {
            "/discountedReturn/ci95",
            "/successRate",
            "/stepsMean",
            "/planningMillis/p50",
            "/planningMillis/p99",
            "/planningMillis/max",
            "/overshootMillis/p99",
            "/overshootMillis/max",
            "/simulatedStepsPerSecond",
            "/allocatedBytesPerDecision",
            "/decisionDigest"
        }) {
            assertThat(json.at(path).isMissingNode()).as(path).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 256})
    void traceHoldsAsMuchOfTheTreeAsAsked(int rows) throws IOException {
        Terminal terminal = Terminal.of("plan corridor --budget 200ep --episodes 1 --trace-tree " + rows + " --out")
                .run(folder.toString());
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        try (EpisodeTraceReader trace = EpisodeTraceReader.open(folder.resolve("episode-0000.mcap"))) {
            Optional<String> tree = trace.tree(0);
            assertThat(tree.isPresent()).isEqualTo(rows > 0);
            if (rows > 0) {
                JsonNode json = new ObjectMapper().readTree(tree.get());
                assertThat(json.get("visits"))
                        .hasSize(Math.min(rows, json.get("total").intValue()));
                assertThat(json.at("/visits/0").intValue()).isEqualTo(200);
            }
        }
    }

    @Test
    void whatIsMeantToFollowTheFirstActionIsTold() throws IOException {
        String command = "plan corridor --budget 5000ep --episodes 2 --no-trace --out none";
        assertThat(Terminal.of(command).run().out())
                .containsPattern("first decision +a1; then, if [^ ]+ \\([0-9]+ %\\): a1");
        String last = Terminal.of(command)
                .run("--json")
                .out()
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(new ObjectMapper().readTree(last).get("firstDecision").textValue())
                .contains("; then, if ");
        // a rule has no tree to tell it from
        assertThat(right("--out", "none").out()).doesNotContain("first decision");
    }

    @Test
    void quietJsonIsNothingButJson() {
        Terminal terminal = right("--out", "none", "--json", "--quiet");
        assertThat(terminal.out().trim()).startsWith("{").endsWith("}").doesNotContain("\n");
    }

    @Test
    void resultsAndATracePerEpisodeAreWritten() {
        right("--episodes", "2", "--out", folder.resolve("run").toString());
        assertThat(folder.resolve("run")).isDirectoryContaining("glob:**/episodes.csv");
        for (String name : new String[] {"steps.csv", "summary.json", "returns.svg", "episode-0001.mcap"}) {
            assertThat(folder.resolve("run").resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void resumeRunsTheRestAndGivesTheSameSummary() {
        String out = folder.resolve("run").toString();
        Terminal whole = right("--policy", "random", "--episodes", "6", "--out", "none");
        right("--policy", "random", "--episodes", "4", "--out", out, "--no-trace");
        Terminal resumed = right("--policy", "random", "--episodes", "6", "--out", out, "--no-trace", "--resume");
        assertThat(line(resumed, "decision digest")).isEqualTo(line(whole, "decision digest"));
        assertThat(line(resumed, "discounted return")).isEqualTo(line(whole, "discounted return"));
    }

    @Test
    void aModelThatThrowsKeepsTheSummaryAndPrintsNoStackTrace() {
        Terminal terminal = Terminal.of("plan pit --policy always-right --budget 10ep --out none --json")
                .run();
        assertThat(terminal.code()).isEqualTo(ExitCode.MODEL);
        assertThat(terminal.err()).contains("teleost: model=corridor action=1").doesNotContain("\tat ");
        assertThat(terminal.out()).contains("stopped early", "\"failure\":\"model=corridor");
        assertThat(Terminal.of("plan pit --policy always-right --budget 10ep --out none --debug")
                        .run()
                        .err())
                .contains("\tat ");
    }

    @Test
    void usageErrorsExitWithTwoAndSuggest() {
        assertUsage("plan coridor", "did you mean 'corridor'?");
        assertUsage("plan corridor --epsiodes 3", "did you mean '--episodes'?");
        assertUsage("plan corridor --threads 0", "--threads: threads=0; allowed range 1 to 256");
        assertUsage("plan corridor --budget soon", "20000ep");
        assertUsage("plan corridor --set etta=2", "did you mean 'eta'?");
        assertUsage("plan corridor --set eta", "--set key=value");
        assertUsage("plan corridor --policy alwaysright", "did you mean 'always-right'?");
        assertUsage("plan corridor --resume", "--resume needs --out DIR");
        assertUsage("plan", "PROBLEM");
        assertUsage("pln corridor", "did you mean 'plan'?");
    }

    private static void assertUsage(String arguments, String message) {
        Terminal terminal = Terminal.of(arguments).run();
        assertThat(terminal.code()).as(arguments).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains(message).doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void configurationFilesAreReadAndTheirErrorsLocated() throws IOException {
        Path file = folder.resolve("run.yaml");
        Files.writeString(file, "policy: always-right\nbudget: 10ep\nepisodes: 3\n");
        Terminal terminal =
                Terminal.of("plan corridor --out none --config " + file).run("--episodes", "1");
        assertThat(terminal.out()).contains("policy always-right", "episodes             1");
        Files.writeString(file, "budget: 10ep\nepisdoes: 3\n");
        Terminal wrong =
                Terminal.of("plan corridor --out none --config " + file).run();
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("run.yaml line 2: unknown key 'episdoes'", "did you mean 'episodes'?");
    }

    @Test
    void aFolderThatCannotBeWrittenExitsWithFour() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        Terminal terminal = right("--out", folder.resolve("file").toString());
        assertThat(terminal.code()).isEqualTo(ExitCode.DISK);
        assertThat(terminal.err()).contains("can't write");
    }

    @Test
    void decisionsOfTheEngineDoNotDependOnTheNumberOfThreads() {
        Terminal one = Terminal.of("plan corridor --episodes 2 --budget 500ep --out none --threads 1")
                .run();
        Terminal three = Terminal.of("plan corridor --episodes 2 --budget 500ep --out none --threads 3")
                .run();
        assertThat(line(one, "decision digest")).isEqualTo(line(three, "decision digest"));
    }

    private static String line(Terminal terminal, String start) {
        return terminal.out()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEngineThatIsNotHereIsNamedAndTheHostPlans() {
        Terminal terminal = Terminal.of("plan corridor --engine cuda --budget 10ep --episodes 1 --out none --json")
                .run();
        assertThat(terminal.code()).isEqualTo(ExitCode.OK);
        assertThat(terminal.err().lines()).hasSize(1);
        assertThat(terminal.err()).contains("engine cuda: ", "planning on the host");
        assertThat(terminal.out()).contains("\"engine\":\"host\"");
    }

    @Test
    void anEngineThatIsRequiredAndNotHereIsAUsageError() {
        Terminal terminal =
                Terminal.of("plan corridor --engine cuda! --out none").run();
        assertThat(terminal.code()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err().lines()).hasSize(1);
        assertThat(terminal.err()).contains("engine cuda: ");
    }

    @Test
    void anUnknownEngineIsAUsageError() {
        Terminal terminal =
                Terminal.of("plan corridor --engine cudda --out none").run();
        assertThat(terminal.code()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("unknown engine 'cudda'", "engines: cuda, ", "host");
    }

    @Test
    void anEmptyValueIsNoFolderOfAnyCommand() {
        for (String command : new String[] {"plan corridor --out", "plan corridor --set", "view --attach"}) {
            Terminal terminal = Terminal.of(command).run("");
            assertThat(terminal.code()).as(command).isEqualTo(ExitCode.USAGE);
            assertThat(terminal.err()).contains(" needs a value; it is empty");
        }
    }
}
