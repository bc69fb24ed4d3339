package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.folder.ShardMark;

class MergeCommandTest {
    /** Columns that depend on how fast the machine is. */
    private static final Set<String> TIMES = Set.of(
            "planningMillisP50",
            "planningMillisP99",
            "planningMillisMax",
            "overshootMillisMax",
            "seconds",
            "planningNanos",
            "overshootNanos",
            "beliefNanos",
            "allocatedBytes");

    private static final String PLAN = "plan corridor --budget 50ep --episodes 5 --trace-tree 0 --quiet --out";
    private static final String COMPARE =
            "compare corridor --budgets 20ep --solvers vopp,always-left --episodes 3 --quiet --out";

    @TempDir
    private Path folder;

    private Terminal run(String command, String out, String... more) {
        List<String> rest = new ArrayList<>(List.of(folder.resolve(out).toString()));
        rest.addAll(List.of(more));
        return Terminal.of(command).run(rest.toArray(new String[0]));
    }

    private Terminal ok(String command, String out, String... more) {
        Terminal terminal = run(command, out, more);
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        return terminal;
    }

    private List<List<String>> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        List<String> header = List.of(lines.get(0).split(","));
        return lines.stream()
                .map(line -> {
                    List<String> fields = new ArrayList<>(Arrays.asList(line.split(",", -1)));
                    for (int i = 0; i < header.size(); i++) {
                        if (TIMES.contains(header.get(i))) {
                            fields.set(i, "");
                        }
                    }
                    return fields;
                })
                .collect(Collectors.toList());
    }

    @Test
    void shardsOfAPlanGiveTheRowsOfOneProcess() throws IOException {
        ok(PLAN, "one");
        for (String part : new String[] {"3/3", "1/3", "2/3"}) {
            assertThat(ok(PLAN, "many", "--shard", part).out()).contains("join all of them with: teleost merge");
        }
        Terminal merged = ok("merge", "many", "--json");
        assertThat(merged.out()).contains("joined 3 shards of: teleost plan corridor", "\"episodes\":5");
        assertThat(rows("many/episodes.csv")).hasSize(6).isEqualTo(rows("one/episodes.csv"));
        assertThat(rows("many/steps.csv")).isEqualTo(rows("one/steps.csv"));
        assertThat(folder.resolve("many/episode-0004.mcap")).exists();
        // again, as after a shard that was computed once more
        ok("merge", "many", "--quiet");
        assertThat(rows("many/episodes.csv")).isEqualTo(rows("one/episodes.csv"));
    }

    @Test
    void shardsOfAComparisonGiveTheTableOfOneProcess() throws IOException {
        ok(COMPARE, "one");
        ok(COMPARE, "a", "--shard", "1/2");
        ok(COMPARE, "b", "--shard", "2/2");
        ok(
                "merge",
                "a",
                folder.resolve("b").toString(),
                "--out",
                folder.resolve("both").toString());
        assertThat(Files.readAllLines(folder.resolve("both/cells.jsonl"))).hasSize(7);
        assertThat(folder.resolve("both/best-rival.csv")).hasSameTextualContentAs(folder.resolve("one/best-rival.csv"));
    }

    @Test
    void aShardGoesOnWhereItWasStopped() throws IOException {
        ok("plan corridor --budget 50ep --episodes 3 --no-trace --quiet --out", "many", "--shard", "2/2");
        assertThat(Files.readAllLines(folder.resolve("many/shard-2-of-2/episodes.csv")))
                .hasSize(2);
        ok("plan corridor --budget 50ep --episodes 5 --no-trace --quiet --out", "many", "--shard", "2/2", "--resume");
        assertThat(Files.readAllLines(folder.resolve("many/shard-2-of-2/episodes.csv")))
                .hasSize(3);
    }

    @Test
    void whatIsMissingUnfinishedOrForeignIsNamed() {
        ok(PLAN, "many", "--shard", "1/4");
        ok(PLAN, "many", "--shard", "3/4");
        assertThat(refused("merge", "many")).contains("missing shards: 2/4, 4/4", "--shard 2/4 --resume --out DIR");
        Path third = folder.resolve("many/shard-3-of-4");
        ShardMark mark = ShardMark.read(third).orElseThrow();
        new ShardMark(mark.shard(), mark.command(), false).write(third);
        assertThat(refused("merge", "many")).contains("unfinished shards: 3/4");

        ok(PLAN, "other", "--shard", "2/4", "--seed", "2");
        assertThat(refused("merge", "many", folder.resolve("other").toString()))
                .contains("shards of different commands");
        ok(PLAN, "other5", "--shard", "2/5");
        assertThat(refused("merge", "many", folder.resolve("other5").toString()))
                .contains("is 1/4", "is 2/5");
        assertThat(refused("merge", "many", third.toString())).contains("shard 3/4 is there twice");
        assertThat(refused("merge", "nowhere")).contains("is no folder");
    }

    @Test
    void aShardNeedsACommonFolder() {
        Terminal none = Terminal.of("plan corridor --shard 1/2 --out none").run();
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("--shard 1/2 needs --out DIR");
        assertThat(Terminal.of("compare corridor --shard 1/2").run().err()).contains("--shard 1/2 needs --out DIR");
        assertThat(refused(PLAN, "x", "--shard", "0/2")).contains("allowed range 1 to 2");
    }

    private String refused(String command, String out, String... more) {
        Terminal terminal = run(command, out, more);
        assertThat(terminal.code()).as(terminal.out()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err().lines()).hasSize(1);
        return terminal.err();
    }
}
