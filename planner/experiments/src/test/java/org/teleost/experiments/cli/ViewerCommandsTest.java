package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.config.ConfigException;

/** {@code view} and {@code render} where no viewer is on the class path, as in this module. */
class ViewerCommandsTest {

    @Test
    void withoutAViewerBothSayHowToGetOne(@TempDir Path folder) throws IOException {
        Path trace = Files.createFile(folder.resolve("a.mcap"));
        for (Terminal run : new Terminal[] {
            Terminal.of("view").run(trace.toString()), Terminal.of("render").run(trace.toString(), "-o", "a.png")
        }) {
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("no viewer on the class path", "teleost-viewer");
        }
    }

    @Test
    void renderWantsOneTarget(@TempDir Path folder) throws IOException {
        Path trace = Files.createFile(folder.resolve("a.mcap"));
        Terminal run = Terminal.of("render").run(trace.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--video");
    }

    @Test
    void exactlyOneSourceIsWanted() {
        for (String[] arguments : new String[][] {
            {}, {"a.mcap", "--attach", "7"}, {"--live", "corridor", "--attach", "7"}, {"a.mcap", "--live", "corridor"}
        }) {
            Terminal run = Terminal.of("view").run(arguments);
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("--live PROBLEM", "--attach HOST:PORT");
        }
        Terminal none = Terminal.of("render").run("-o", "a.png");
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("FILE.mcap and --attach");
    }

    @Test
    void planningOptionsGoWithLiveOnly() {
        Terminal run = Terminal.of("view --attach 7 --budget 3ep").run();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--budget", "--live PROBLEM");
    }

    @Test
    void liveChecksItsProblemAndOptionsAsPlanDoes() {
        assertThat(Terminal.of("view --live corridr").run().err()).contains("did you mean 'corridor'?");
        assertThat(Terminal.of("view --live corridor --set budgt=3").run().err())
                .contains("did you mean 'budget'?");
        assertThat(Terminal.of("view --live corridor").run().err()).contains("no viewer on the class path");
    }

    @Test
    void addressesThatCannotBeAreRefused() {
        for (String address : new String[] {"", "host", "7x", "99999", "0", "a b:7"}) {
            Terminal run = Terminal.of("view --attach").run(address);
            assertThat(run.code()).as(address).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("--attach");
        }
    }

    @Test
    void aRunningPlannerIsDrawnIntoPicturesOnly() {
        Terminal run = Terminal.of("render --attach 7 --video a.apng").run();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--video needs a trace");
    }

    @Test
    void aFolderStandsForItsFirstTrace(@TempDir Path folder) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run/seed-1")).getParent();
        List<String> said = new ArrayList<>();
        assertThatThrownBy(() -> RunContents.trace(run, said::add))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("folder " + run + " holds no trace");
        Files.createFile(run.resolve("seed-1/training.mcap"));
        assertThat(RunContents.trace(run, said::add)).isEqualTo(run.resolve("seed-1/training.mcap"));
        Files.createFile(run.resolve("episode-0001.mcap"));
        assertThat(RunContents.trace(run, said::add)).isEqualTo(run.resolve("episode-0001.mcap"));
        assertThat(said).isEmpty();
        Files.createFile(run.resolve("episode-0000.mcap"));
        assertThat(RunContents.trace(run, said::add)).isEqualTo(run.resolve("episode-0000.mcap"));
        assertThat(said)
                .singleElement()
                .asString()
                .contains("the first of 2 in " + run)
                .contains("episode-0000.mcap");
        Path file = run.resolve("other");
        assertThat(RunContents.trace(file, said::add)).isEqualTo(file);
    }

    @Test
    void aFolderStandsForItsBestPolicy(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("seed-1"));
        Files.createDirectories(folder.resolve("seed-2"));
        Files.createFile(folder.resolve("seed-1/last.policy"));
        List<String> said = new ArrayList<>();
        assertThat(RunContents.policy(folder, said::add)).isEqualTo(folder.resolve("seed-1/last.policy"));
        Files.createFile(folder.resolve("seed-2/best.policy"));
        assertThat(RunContents.policy(folder, said::add)).isEqualTo(folder.resolve("seed-2/best.policy"));
        Terminal none = Terminal.of("evaluate").run(folder.resolve("seed-2").getParent() + "/seed-1/..//nothing");
        assertThat(none.err()).contains("does not exist");
        Terminal empty = Terminal.of("evaluate")
                .run(Files.createDirectory(folder.resolve("empty")).toString());
        assertThat(empty.code()).isEqualTo(ExitCode.USAGE);
        assertThat(empty.err()).contains("holds no policy", "teleost train");
    }
}
