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
}
