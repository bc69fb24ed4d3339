package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
