package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Terminal compare(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--budgets", "50ep", "--quiet", "--json"));
        arguments.addAll(List.of(more));
        return Terminal.of("compare corridor --out " + folder).run(arguments.toArray(new String[0]));
    }

    private static JsonNode results(Terminal terminal) throws IOException {
        assertThat(terminal.err()).isEmpty();
        return JSON.readTree(terminal.out()).get("results");
    }

    @Test
    void theSameWorldsGiveExactPairedDifferences() throws IOException {
        JsonNode entries = results(
                        compare("--solvers", "always-right,always-left", "--episodes", "3", "--set", "steps=4"))
                .get("entries");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).get("return").doubleValue()).isEqualTo(1.0);
        assertThat(entries.get(1).get("return").doubleValue()).isEqualTo(-1.875);
        assertThat(entries.get(1).get("difference").doubleValue()).isEqualTo(-2.875);
        assertThat(entries.get(1).get("differenceHalfWidth95").doubleValue()).isZero();
        assertThat(folder.resolve("comparison.csv")).content().contains("corridor,50ep,always-left,3,-1.875");
        assertThat(folder.resolve("best-rival.csv")).content().contains("always-right is better");
        assertThat(folder.resolve("corridor.svg")).exists();
        assertThat(folder.resolve("corridor.png")).exists();
    }

    @Test
    void budgetsAreComparedInOrderOfTheirSize() throws IOException {
        compare("--budgets", "400ep,2ep", "--solvers", "vopp:leafValue=ZERO", "--episodes", "2");
        List<String> lines = Files.readAllLines(folder.resolve("budgets.csv"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("corridor,vopp:leafValue=ZERO,2ep,50ep,");
        assertThat(lines.get(2)).startsWith("corridor,vopp:leafValue=ZERO,50ep,400ep,");
    }

    @Test
    void allProblemsAreOneWordAndOnePicture() {
        // two of the three break on purpose where somebody walks into them
        Terminal all = Terminal.of("compare all --solvers always-left --budgets 5ep --episodes 1 --quiet --json --out")
                .run(folder.toString());
        assertThat(all.out()).contains("corridor", "pit", "abyss");
        assertThat(folder.resolve("curves.svg")).exists();
    }

    @Test
    void resumingPlaysOnlyWhatIsMissing() throws IOException {
        compare("--solvers", "vopp,lookahead", "--episodes", "2");
        List<String> first = Files.readAllLines(folder.resolve("cells.jsonl"));
        JsonNode more = results(compare("--solvers", "vopp,lookahead,random", "--episodes", "3", "--resume"));
        List<String> second = Files.readAllLines(folder.resolve("cells.jsonl"));
        assertThat(first).hasSize(1 + 4);
        assertThat(second).hasSize(1 + 9).startsWith(first.toArray(new String[0]));
        assertThat(more.get("entries"))
                .hasSize(3)
                .allSatisfy(
                        entry -> assertThat(entry.get("episodes").intValue()).isEqualTo(3));
    }

    @Test
    void aRepeatedComparisonIsTheSame() throws IOException {
        String[] arguments = {"--solvers", "vopp,lookahead,qmdp", "--episodes", "2"};
        JsonNode once = results(compare(arguments));
        List<String> again = new ArrayList<>(List.of(arguments));
        again.add("--overwrite");
        assertThat(results(compare(again.toArray(new String[0])))).isEqualTo(once);
    }

    @Test
    void otherSettingsAreRefusedInTheSameFolder() {
        compare("--solvers", "random", "--episodes", "1");
        Terminal other = compare("--solvers", "random", "--episodes", "1", "--seed", "2", "--resume");
        assertThat(other.code()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("--seed was 1, now 2");
    }

    @Test
    void nonsenseIsRefusedInOneLineBeforeAnythingIsWritten() {
        assertThat(compare("--solvers", "vopp,lookahed").err())
                .contains("unknown policy 'lookahed'; did you mean 'lookahead'?");
        assertThat(compare("--solvers", "qmdp:depth=3").err()).contains("solver qmdp has no option 'depth'");
        assertThat(compare("--solvers", "vopp:etta=3").err()).contains("solver vopp has no option 'etta'");
        assertThat(compare("--solvers", "vopp:eta").err()).contains("'eta' is not understood");
        assertThat(compare("--solvers", "qmdp:leafValue=NONE").code()).isEqualTo(ExitCode.USAGE);
        assertThat(compare("--budgets", "-3ms").code()).isEqualTo(ExitCode.USAGE);
        assertThat(folder).isEmptyDirectory();
        assertThat(Terminal.of("compare").run().err()).contains("which problems?");
    }

    @Test
    void solversAreListed() {
        assertThat(Terminal.of("compare --list").run().out()).contains("vopp", "lookahead", "qmdp", "random");
    }

    /** The reward is three steps away: one step of look-ahead finds it by its leaf value alone. */
    @Test
    void planTakesSolversWithOptions() throws IOException {
        assertThat(planned("lookahead")).isEqualTo(1.0);
        assertThat(planned("lookahead:leafValue=ZERO")).isNegative();
    }

    private static double planned(String policy) throws IOException {
        Terminal plan = Terminal.of("plan corridor --budget 100ep --out none --episodes 1 --quiet --json")
                .run("--policy", policy);
        return JSON.readTree(plan.out()).at("/discountedReturn/mean").doubleValue();
    }
}
