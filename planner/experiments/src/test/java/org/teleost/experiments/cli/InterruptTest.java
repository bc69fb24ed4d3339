package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.corridor.CorridorProblem;

/** A real process and a real Ctrl-C. */
@DisabledOnOs(OS.WINDOWS)
class InterruptTest {
    private static final int CTRL_C = 130;

    @TempDir
    private Path folder;

    /** The command line over the corridor. */
    static final class Corridors {
        private Corridors() {}

        public static void main(String[] args) {
            System.setProperty("java.awt.headless", "true");
            System.exit(TeleostCommand.commandLine(() -> new ProblemCatalog(List.of(CorridorProblem.sound())))
                    .execute(args));
        }
    }

    @Test
    void ctrlCKeepsFinishedEpisodesAndPrintsTheSummary() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Corridors.class.getName(),
                        "plan",
                        "corridor",
                        "--budget",
                        "20ms",
                        "--warmup",
                        "0",
                        "--episodes",
                        "1000000",
                        "--json",
                        "--out",
                        folder.resolve("run").toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.contains(" yes ")) {
                line = out.readLine();
            }
            assertThat(line).as("first episode").isNotNull();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            List<String> rest = out.lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(CTRL_C);
            assertThat(String.join("\n", rest)).contains("finished episodes are kept", "stopped early", "digest");
            assertThat(rest.get(rest.size() - 1)).contains("\"interrupted\":true");
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(folder.resolve("run/episodes.csv"))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(folder.resolve("run/summary.json")).isNotEmptyFile();
        assertThat(folder.resolve("run/returns.png")).isNotEmptyFile();
    }
}
