package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.trace.EpisodeTraceReader;

/** The commands on problem files: inspect, solve, evaluate, convert. */
class FileCommandsTest {
    /** The tiger with its well-known values: 19.3714 for the optimum, 200 seen, 189 by QMDP, -20 for listening. */
    private static final String TIGER = """
        discount: 0.95
        values: reward
        states: left right
        actions: listen open-left open-right
        observations: hear-left hear-right
        start: uniform
        T: *
        uniform
        T: listen
        identity
        O: *
        uniform
        O: listen
        0.85 0.15
        0.15 0.85
        R: listen : * : * : * -1
        R: open-left : left : * : * -100
        R: open-left : right : * : * 10
        R: open-right : left : * : * 10
        R: open-right : right : * : * -100
        """;

    /** Listens until it heard one side twice more than the other, then opens the other door. */
    private static final String TWICE = "0 0 1 2\n1 0 3 0\n2 0 0 4\n3 2 0 0\n4 1 0 0\n";

    @TempDir
    private Path folder;

    private Path tiger;

    @BeforeEach
    void writeTiger() throws IOException {
        tiger = file("tiger.pomdp", TIGER);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode json(Terminal terminal) throws IOException {
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        return new ObjectMapper()
                .readTree(terminal.out().lines().reduce((a, b) -> b).orElseThrow());
    }

    private static void assertRefused(Terminal terminal, String... parts) {
        assertThat(terminal.code()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().strip().lines()).as(terminal.err()).hasSize(1);
        assertThat(terminal.err()).contains(parts).doesNotContain("Exception");
    }

    @Test
    void inspectPrintsSizesAndExactValues() throws IOException {
        JsonNode json = json(Terminal.of("inspect --json").run(tiger.toString()));
        assertThat(json.get("states").intValue()).isEqualTo(2);
        assertThat(json.get("actions").intValue()).isEqualTo(3);
        assertThat(json.get("observations").intValue()).isEqualTo(2);
        assertThat(json.get("discount").doubleValue()).isEqualTo(0.95);
        assertThat(json.at("/values/random").doubleValue()).isCloseTo(-1820.0 / 3.0, within(1e-8));
        assertThat(json.at("/values/constant").doubleValue()).isCloseTo(-20.0, within(1e-9));
        assertThat(json.at("/values/mdp").doubleValue()).isCloseTo(200.0, within(1e-8));
        assertThat(json.at("/values/qmdp").doubleValue()).isCloseTo(189.0, within(1e-8));
        assertThat(Terminal.of("inspect").run(tiger.toString()).out())
                .contains("2, 2 reachable, 0 terminal", "-100.000 to 10.0000", "189.0", "always listen");
    }

    @Test
    void whatBreaksTheGrammarIsRefusedWithItsPlaceOrRepairedWithAWarning() throws IOException {
        Path wrong = file("wrong.pomdp", TIGER.replace("values: reward", "values: rewards"));
        assertRefused(
                Terminal.of("inspect").run(wrong.toString()),
                "wrong.pomdp:2:9: read 'rewards'",
                "write values: reward",
                "--lenient");
        Terminal lenient = Terminal.of("inspect --lenient --json").run(wrong.toString());
        assertThat(json(lenient).get("warnings")).hasSize(1);
        assertThat(lenient.err()).contains("warning: ", "wrong.pomdp:2:9");
    }

    @Test
    void solveBoundsTheOptimumAndWritesVectorsThatEarnTheLowerBound() throws IOException {
        Path policy = folder.resolve("tiger.alpha");
        JsonNode json = json(
                Terminal.of("solve --time 20s --precision 1e-3 --json -o").run(policy.toString(), tiger.toString()));
        double lower = json.get("lower").doubleValue();
        double upper = json.get("upper").doubleValue();
        assertThat(lower).isBetween(19.370, 19.3714);
        assertThat(upper).isBetween(19.3713, 19.3724);
        assertThat(json.get("gap").doubleValue()).isEqualTo(upper - lower).isLessThanOrEqualTo(1e-3);
        assertThat(json.get("vectors").intValue()).isBetween(3, 50);
        assertThat(json.get("seconds").doubleValue()).isBetween(0.0, 20.0);

        JsonNode run =
                json(Terminal.of("evaluate --episodes 1000 --json --policy").run(policy.toString(), tiger.toString()));
        assertThat(run.get("value").doubleValue()).isCloseTo(lower, within(1e-9));
        double half = run.get("ci95").doubleValue();
        assertThat(half).isBetween(0.5, 4.0);
        assertThat(run.get("discountedReturn").doubleValue()).isCloseTo(lower, within(1.5 * half));
    }

    @Test
    void solveStopsAtItsLimitsAndGoesOnFromWhatItWrote() throws IOException {
        Path policy = folder.resolve("tiger.policyx");
        JsonNode rough =
                json(Terminal.of("solve --precision 20 --json -q -o").run(policy.toString(), tiger.toString()));
        assertThat(rough.get("gap").doubleValue()).isBetween(1.0, 20.0);
        JsonNode again =
                json(Terminal.of("solve --precision 1e9 --json -q --from").run(policy.toString(), tiger.toString()));
        assertThat(again.get("lower").doubleValue())
                .isGreaterThanOrEqualTo(rough.get("lower").doubleValue() - 1e-9)
                .isGreaterThan(-19.0);
        JsonNode timed =
                json(Terminal.of("solve --precision 0 --time 300ms --json -q").run(tiger.toString()));
        assertThat(timed.get("seconds").doubleValue()).isBetween(0.29, 30.0);
    }

    @Test
    void solveSaysHowItComesOn() throws IOException {
        Terminal terminal = Terminal.of("solve --precision 0 --time 1500ms").run(tiger.toString());
        assertThat(terminal.err()).contains("value between", "gap", "vectors", "beliefs");
        assertThat(terminal.out().lines()).hasSize(1);
    }

    @Test
    void aGraphsExactValueIsThatOfItsEpisodes() throws IOException {
        Path graph = file("twice.pg", TWICE);
        JsonNode run = json(
                Terminal.of("evaluate --episodes 3000 --json -q --policy").run(graph.toString(), tiger.toString()));
        double value = run.get("value").doubleValue();
        assertThat(value).isBetween(18.0, 19.3714);
        assertThat(run.get("discountedReturn").doubleValue())
                .isCloseTo(value, within(1.5 * run.get("ci95").doubleValue()));
        assertThat(run.get("ci95").doubleValue()).isLessThan(2.0);
        assertRefused(
                Terminal.of("evaluate -q --policy")
                        .run(
                                file("hole.pg", "0 0 1 2\n1 0 3 0\n2 0 0 X\n3 2 0 0\n")
                                        .toString(),
                                tiger.toString()),
                "no node after observation 1 at node 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha", "policyx", "policy"})
    void policiesOfEveryFormatDecideTheSame(String format) throws IOException {
        Path policy = folder.resolve("tiger.alpha");
        Path converted = folder.resolve("converted." + format);
        Terminal.of("solve --precision 1e-2 -q -o").run(policy.toString(), tiger.toString());
        assertThat(Terminal.of("convert")
                        .run(policy.toString(), converted.toString(), "--problem", tiger.toString())
                        .code())
                .isEqualTo(ExitCode.OK);
        String expected = Terminal.of("evaluate --episodes 50 --policy")
                .run(policy.toString(), tiger.toString())
                .out();
        assertThat(Terminal.of("evaluate --episodes 50 --policy")
                        .run(converted.toString(), tiger.toString())
                        .out())
                .isEqualTo(expected)
                .contains("+-", "value at the start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pomdp", "pomdpx"})
    void convertedProblemsHaveTheSameValues(String format) throws IOException {
        Path copy = folder.resolve("copy." + format);
        Terminal terminal = Terminal.of("convert").run(tiger.toString(), copy.toString(), "--discount", "0.9");
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        JsonNode json = json(Terminal.of("inspect --json").run(copy.toString()));
        assertThat(json.get("discount").doubleValue()).isEqualTo(0.9);
        assertThat(json.at("/values/mdp").doubleValue()).isCloseTo(100.0, within(1e-8));
        assertThat(json.at("/values/constant").doubleValue()).isCloseTo(-10.0, within(1e-9));
    }

    @Test
    void aSimulatorBecomesAFile() throws IOException {
        Path file = folder.resolve("corridor.pomdp");
        assertThat(Terminal.of("convert corridor").run(file.toString()).code()).isEqualTo(ExitCode.OK);
        assertThat(json(Terminal.of("inspect --json").run(file.toString()))
                        .get("terminalStates")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void methodsBoundTheOptimumFromTheirSide() throws IOException {
        JsonNode points =
                json(Terminal.of("solve --method pbvi --time 1s --json -q").run(tiger.toString()));
        assertThat(points.get("lower").doubleValue()).isBetween(19.0, 19.3714);
        JsonNode exact = json(Terminal.of("solve --method exact --horizon 2 --precision 1e-6 --json -q")
                .run(tiger.toString()));
        assertThat(exact.get("lower").doubleValue()).isCloseTo(-1.95, within(1e-6));
        assertThat(exact.get("gap").doubleValue()).isLessThan(1e-5);
        JsonNode blind = json(Terminal.of("solve --method blind --json").run(tiger.toString()));
        assertThat(blind.get("lower").doubleValue()).isCloseTo(-20.0, within(1e-9));
        assertThat(blind.get("upper").isNull()).isTrue();
        JsonNode seen = json(Terminal.of("solve --method qmdp --json").run(tiger.toString()));
        assertThat(seen.get("upper").doubleValue()).isCloseTo(189.0, within(1e-8));
        JsonNode informed = json(Terminal.of("solve --method fib --json").run(tiger.toString()));
        assertThat(informed.get("upper").doubleValue()).isBetween(19.3714, 188.0);
        assertThat(Terminal.of("solve --method fib").run(tiger.toString()).out())
                .contains("value at most ");
        assertRefused(Terminal.of("solve --method fib --from x").run(tiger.toString()), "--method sarsop");
    }

    @Test
    void aProblemWithoutDiscountTakesAHorizonOrIsRefused() throws IOException {
        String endless = file("endless.pomdp", TIGER.replace("0.95", "1.0")).toString();
        for (String command : new String[] {
            "solve", "solve --method pbvi", "solve --method exact", "plan --out none", "evaluate --policy x.alpha"
        }) {
            assertRefused(Terminal.of(command).run(endless), "endless has discount 1", "--horizon 30", "--discount");
        }
        Path policy = folder.resolve("three.policyx");
        JsonNode json = json(
                Terminal.of("solve --horizon 3 --precision 1e-6 --json -q -o").run(policy.toString(), endless));
        // listen twice, then open where both agree, else listen again
        double value = -2.0 + (0.85 * 0.85 * 10.0 - 0.15 * 0.15 * 100.0) - 2.0 * 0.85 * 0.15;
        assertThat(json.get("lower").doubleValue()).isCloseTo(value, within(1e-5));
        JsonNode run = json(Terminal.of("evaluate --horizon 3 --json -q --episodes 2000 --policy")
                .run(policy.toString(), endless));
        assertThat(run.get("steps").intValue()).isEqualTo(3);
        assertThat(run.get("discountedReturn").doubleValue())
                .isCloseTo(value, within(1.5 * run.get("ci95").doubleValue()));
        JsonNode plan = json(Terminal.of("plan --horizon 3 --budget 200ep --episodes 3 --out none --quiet --json")
                .run(endless));
        assertThat(plan.get("stepsMean").doubleValue()).isEqualTo(3.0);
        assertThat(plan.get("lower").doubleValue()).isCloseTo(value, within(1e-3));
        assertRefused(Terminal.of("plan corridor --horizon 3").run(), "--horizon is for problem files", "--steps");
        assertRefused(Terminal.of("inspect --horizon 0").run(endless), "--horizon 0", "1 and above");
    }

    @Test
    void aFileThatBreaksTheGrammarIsPlannedLeniently() throws IOException {
        String wrong = file("wrong.pomdp", TIGER.replace("values: reward", "values: rewards"))
                .toString();
        assertRefused(Terminal.of("plan --out none").run(wrong), "wrong.pomdp:2:9");
        Terminal lenient = Terminal.of("plan --lenient --budget 100ep --episodes 1 --steps 5 --out none")
                .run(wrong);
        assertThat(lenient.code()).as(lenient.err()).isEqualTo(ExitCode.OK);
        assertThat(lenient.err()).contains("warning: ", "wrong.pomdp:2:9");
        assertThat(lenient.out()).contains("optimum", "between 19.37");
        assertRefused(Terminal.of("plan corridor --lenient").run(), "--lenient is for problem files");
    }

    @Test
    void aFileIsPlannedWithTheVectorsOfAPolicyBesideItsBounds() throws IOException {
        Path policy = folder.resolve("good.alpha");
        Terminal.of("solve --precision 1e-2 -q -o").run(policy.toString(), tiger.toString());
        String[] files = {tiger.toString(), "--vectors", policy.toString()};
        Terminal plan = Terminal.of("plan --budget 300ep --episodes 2 --steps 30 --out none --json")
                .run(files);
        JsonNode json = json(plan);
        assertThat(json.get("problem").textValue()).isEqualTo("tiger-with-good");
        assertThat(json.get("lower").doubleValue()).isBetween(19.36, 19.3714);
        assertThat(json.get("upper").doubleValue()).isBetween(19.3714, 19.38);
        assertThat(json.at("/discountedReturn/mean").doubleValue()).isGreaterThan(-60.0);
        String[] other = {tiger.toString(), "--policy", policy.toString()};
        assertRefused(Terminal.of("plan --out none").run(other), "--vectors", "teleost evaluate");
        assertRefused(Terminal.of("plan corridor --vectors x.alpha").run(), "--vectors is for problem files");
    }

    @Test
    void recordingsCarryTheNamesAndTheVectorsOfTwoStates() throws IOException {
        String out = folder.resolve("recorded").toString();
        Terminal plan = Terminal.of("plan --budget 100ep --episodes 1 --steps 2 --quiet --out")
                .run(out, tiger.toString());
        assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.OK);
        try (EpisodeTraceReader trace = EpisodeTraceReader.open(folder.resolve("recorded/episode-0000.mcap"))) {
            assertThat(trace.configuration())
                    .containsEntry("table.states", "left right")
                    .containsEntry("table.actions", "listen open-left open-right");
            String[] vectors = trace.configuration().get("table.vectors").split(" ", -1);
            assertThat(vectors.length % 3).isZero();
            assertThat(vectors.length).isGreaterThanOrEqualTo(9);
        }
    }

    @Test
    void badInputIsRefusedInOneLine() throws IOException {
        String file = tiger.toString();
        Path policy = file("short.alpha", "0\n1.0 2.0\n\n7\n1.0 2.0\n");
        assertRefused(Terminal.of("inspect nowhere.pomdp").run(), "nowhere.pomdp: does not exist");
        assertRefused(Terminal.of("solve -o x.vectors").run(file), "x.vectors", ".alpha", ".policyx");
        assertRefused(Terminal.of("solve").run(folder.toString()), "is a folder");
        assertRefused(Terminal.of("solve --time 5").run(file), "--time 5", "60s");
        assertRefused(Terminal.of("solve --time -5s").run(file), "--time -5s", "above 0");
        assertRefused(Terminal.of("solve --precision -1").run(file), "--precision -1.0", "0 and above");
        assertRefused(Terminal.of("evaluate").run(file), "add --policy P", "teleost plan");
        assertRefused(Terminal.of("evaluate --episodes 0 --policy x").run(file), "--episodes 0", "1 to 1000000");
        assertRefused(Terminal.of("evaluate --baseline zero --policy x").run(file), "--baseline is for control");
        assertRefused(
                Terminal.of("evaluate --policy").run(policy.toString(), file),
                "short.alpha:4:1: read '7', expected an action from 0 to 2");
        assertRefused(Terminal.of("convert").run(file, "x.txt"), "x.txt is neither .pomdp nor .pomdpx", "--problem");
        assertRefused(
                Terminal.of("convert").run(file, folder.resolve("x.pomdp").toString(), "--discount", "1.5"),
                "--discount 1.5",
                "0 to 1");
    }

    @Test
    void whatCannotBeWrittenIsAnErrorOfTheDisk() throws IOException {
        String below = tiger.resolve("below.alpha").toString();
        Terminal terminal = Terminal.of("solve --precision 100 -q -o").run(below, tiger.toString());
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.DISK);
        assertThat(terminal.err()).contains("can't write");
    }
}
