package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.trace.ControlTraceReader;
import org.teleost.trace.McapReader;

class TrainCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TINY = " --steps 300 --warm-up 100 --hidden 8,8 --batch 16 --learning-rate 0.003"
            + " --mode lock-step --progress-every 50 --evaluate-every 100 --evaluation-episodes 4";

    @TempDir
    private Path folder;

    private Terminal train(String... more) {
        return Terminal.of("train point" + TINY + " --out " + folder.resolve("run"))
                .run(more);
    }

    @Test
    void trainingPrintsLinesAndWritesEverything() throws IOException {
        Terminal terminal = train("--seeds", "1..2", "--trace", "--onnx", "--json");
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("seed 1", "evaluation", "entropy", "finished", "results");
        for (String file : new String[] {
            "configuration.yaml",
            "summary.json",
            "learning-curve.png",
            "learning-curve.svg",
            "learning-curve-time.png",
            "learning-curve-time.svg",
            "seed-2/best.policy",
            "seed-2/best.onnx",
            "seed-2/last.policy",
            "seed-2/checkpoint.bin",
            "seed-2/training.mcap"
        }) {
            assertThat(folder.resolve("run").resolve(file)).isNotEmptyFile();
        }
        JsonNode json = JSON.readTree(lastLine(terminal));
        assertThat(json.at("/settings/hidden").isMissingNode()).isTrue();
        assertThat(json.at("/settings/actorHidden").textValue()).isEqualTo("8,8");
        assertThat(json.at("/seeds")).hasSize(2);
        assertThat(json.at("/last/seeds").intValue()).isEqualTo(2);
        assertThat(json.at("/last/standardError").doubleValue()).isNotNegative();
        assertThat(json.at("/versions/java").textValue()).isNotEmpty();
    }

    @Test
    void progressHasARowPerIntervalWithAllNumbers() throws IOException {
        train("--quiet");
        List<String> lines = Files.readAllLines(folder.resolve("run/seed-1/progress.csv"));
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0))
                .contains("wallSeconds", "criticLoss", "actorLoss", "alpha", "entropy", "lag95", "replayMeanAge");
        String[] last = lines.get(6).split(",", -1);
        assertThat(last).hasSameSizeAs(lines.get(0).split(",", -1));
        assertThat(last[0]).isEqualTo("300");
        assertThat(last[3]).as("updates").isEqualTo("200");
    }

    @Test
    void evaluateRepeatsTheNumbersOfTraining() throws IOException {
        JsonNode training = JSON.readTree(lastLine(train("--quiet", "--json"))).at("/seeds/0/last");
        Terminal terminal = Terminal.of("evaluate " + folder.resolve("run/seed-1/last.policy")
                        + " --episodes 4 --seed 1 --json --baseline random")
                .run();
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        JsonNode json = JSON.readTree(lastLine(terminal));
        assertThat(json.at("/problem").textValue()).isEqualTo("point");
        assertThat(json.at("/facts/environmentSteps").textValue()).isEqualTo("300");
        for (String key : new String[] {"mean", "standardDeviation", "standardError", "ci95", "min", "max"}) {
            assertThat(json.at("/policy/" + key)).isEqualTo(training.get(key));
        }
        assertThat(json.at("/policy/successRate").isNumber()).isTrue();
        assertThat(json.at("/random/mean").doubleValue()).isNegative();
        assertThat(terminal.out()).contains("standard deviation", "time / action");
    }

    @Test
    void evaluateWritesTracesOfTheFirstEpisodes() throws IOException {
        Path traces = folder.resolve("traces");
        Terminal terminal = Terminal.of("evaluate --problem point --baseline random --episodes 3 --trace-episodes 2"
                        + " --trace " + traces)
                .run();
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(traces.resolve("random-0001.mcap")).exists();
        assertThat(traces.resolve("random-0002.mcap")).doesNotExist();
        try (ControlTraceReader trace = new ControlTraceReader(McapReader.open(traces.resolve("random-0000.mcap")))) {
            assertThat(trace.complete()).isTrue();
            assertThat(trace.description().problem()).isEqualTo("point");
            assertThat(trace.description().actor()).isEqualTo("random");
            assertThat(trace.stepCount()).isEqualTo(11);
            assertThat(trace.configuration()).containsEntry("episode", "0");
        }
    }

    @Test
    void tracesAtAnImpossiblePlaceAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Terminal terminal = Terminal.of("evaluate --problem point --baseline zero --episodes 1 --trace " + file)
                .run();
        assertThat(terminal.code()).isNotEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains(file.toString()).doesNotContain("\tat ");
    }

    @Test
    void aBaselineNeedsNoPolicy() throws IOException {
        Terminal terminal = Terminal.of("evaluate --problem point --baseline zero --episodes 5 --quiet --json")
                .run();
        assertThat(JSON.readTree(terminal.out()).at("/zero/stepsMean").doubleValue())
                .isEqualTo(10);
    }

    @Test
    void resumeContinuesWithTheSettingsOfTheFolder() throws IOException {
        train("--quiet");
        Terminal more = Terminal.of("train --resume --out " + folder.resolve("run") + " --steps 500")
                .run();
        assertThat(more.code()).as(more.err()).isEqualTo(ExitCode.OK);
        assertThat(more.out()).contains("seed 1, resumed at step 300");
        assertThat(Files.readString(folder.resolve("run/configuration.yaml")))
                .contains("steps: 500", "actorHidden: '8,8'");
        assertThat(Files.readAllLines(folder.resolve("run/seed-1/evaluations.csv")))
                .hasSize(6);
        assertThat(Terminal.of("train --resume " + folder.resolve("run")).run().out())
                .contains("seed 1 was finished before");
    }

    @Test
    void configurationFilesAreReadAndTheirErrorsLocated() throws IOException {
        Path file = folder.resolve("train.yaml");
        Files.writeString(file, "problem: point\nstepps: 300\n");
        assertUsage("train --config " + file, "train.yaml line 2: unknown key 'stepps'", "did you mean 'steps'?");
        Files.writeString(file, "problem: point\nsteps: 0\n");
        assertUsage("train --config " + file, "train.yaml line 2: steps=0; allowed range 1 to");
    }

    @Test
    void usageErrorsExitWithTwoAndSuggest() {
        String out = " --out " + folder.resolve("none");
        assertUsage("train poind" + out, "did you mean 'point'?", "broken, plane, point");
        assertUsage("train" + out, "which PROBLEM?");
        assertUsage("train point --actors 0" + out, "--actors: actors=0; allowed range 1 to 1024");
        assertUsage("train point --preset moderm" + out, "--preset: preset: 'moderm' is not one of");
        assertUsage("train point --algorithm td3" + out, "'td3' is not one of sac");
        assertUsage("train point --stpes 3" + out, "did you mean '--steps'?");
        assertUsage("train point --resume " + folder, "there is no run to resume");
        assertUsage("train point --resume x --out y", "leave out --out");
        assertUsage("train point --resume", "--resume needs --out DIR");
        assertUsage("train point --resume --overwrite --out y", "leave out --overwrite");
        assertUsage("train point --overwrite", "--overwrite needs --out DIR");
        assertUsage("evaluate", "what is to be evaluated?");
        assertUsage("evaluate --baseline zero", "needs --problem NAME");
        assertUsage("evaluate --baseline one --problem point", "unknown baseline 'one'");
        assertUsage("evaluate nothing.policy", "policy file nothing.policy does not exist");
        assertUsage("evaluate --problem point --baseline zero --episodes 0", "allowed range 1 to");
        assertUsage("evaluate --problem point --baseline zero --trace-episodes 0", "allowed range 1 to 10000");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void foreignAndMisfitPoliciesAreRefused() throws IOException {
        Path foreign = folder.resolve("foreign.policy");
        Files.writeString(foreign, "not a policy, just some text of a certain length");
        assertUsage("evaluate " + foreign, "foreign.policy");
        train("--quiet");
        assertUsage(
                "evaluate " + folder.resolve("run/seed-1/last.policy") + " --problem plane",
                "has observations=1 actions=1, control problem plane has observations=2");
    }

    @Test
    void resultsAreNeitherReplacedNorMixedUnasked() {
        train("--quiet");
        Terminal again = train("--quiet");
        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("already holds results", "--resume", "--overwrite");
        assertUsage("train plane --resume " + folder.resolve("run"), "problem=point but the command names plane");
        assertUsage("train --hidden 9,9 --steps 400 --resume " + folder.resolve("run"), "another shape");
        assertThat(Terminal.of("train --steps 400 --resume " + folder.resolve("run"))
                        .run()
                        .code())
                .as("a refused resumption leaves the settings alone")
                .isEqualTo(ExitCode.OK);
        assertThat(train("--quiet", "--overwrite").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aSeedWhoseEnvironmentFailsEndsWithThreeAndAMessage() {
        Terminal terminal = Terminal.of("train broken" + TINY + " --json --out " + folder.resolve("run"))
                .run();
        assertThat(terminal.code()).isEqualTo(ExitCode.MODEL);
        assertThat(terminal.err())
                .contains("the point is lost", "seed 1 failed")
                .doesNotContain("\tat ");
        assertThat(terminal.out()).contains("\"status\":\"failed\"");
    }

    @Test
    void controlProblemsAreListed() throws IOException {
        assertThat(Terminal.of("problems").run().out()).contains("control problem", "bring a point to zero");
        assertThat(Terminal.of("problems point").run().out())
                .contains("at most", "handOver", "1 to 1048576 transitions", "learning starts", "modern, paper");
        assertThat(JSON.readTree(Terminal.of("problems point --json").run().out())
                        .at("/settings/warmUp")
                        .asInt())
                .isEqualTo(1000);
        JsonNode json = JSON.readTree(Terminal.of("problems --json").run().out());
        assertThat(json.get("controlProblems")).hasSize(3);
        assertThat(json.at("/controlProblems/1/observationSize").intValue()).isEqualTo(2);
    }

    @Test
    void bothCommandsTeachWithExamplesAndExitCodes() {
        for (String command : new String[] {"train ", "evaluate "}) {
            Terminal terminal = Terminal.of(command + "--help").run();
            assertThat(terminal.code()).isEqualTo(ExitCode.OK);
            assertThat(terminal.out())
                    .contains("Usage: teleost")
                    .contains("Examples:")
                    .contains("Exit codes:");
        }
    }

    @Test
    void oneEpisodeIsEvaluatedWithoutAnInterval() {
        Terminal terminal = Terminal.of("evaluate --problem point --baseline zero --episodes 1")
                .run();

        assertThat(terminal.out()).contains("1 episode, seed", "return").doesNotContain("NaN", "+-");
    }

    private static void assertUsage(String arguments, String... messages) {
        Terminal terminal = Terminal.of(arguments).run();
        assertThat(terminal.code()).as(arguments + ": " + terminal.err()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains(messages).doesNotContain("\tat ");
    }

    private static String lastLine(Terminal terminal) {
        return terminal.out().lines().reduce((a, b) -> b).orElseThrow();
    }
}
