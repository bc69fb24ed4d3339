package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.Main;

/** A real process and a real SIGTERM, which is handled as Ctrl-C but cannot be ignored from outside. */
@DisabledOnOs(OS.WINDOWS)
class TrainInterruptTest {
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    @Test
    void aSignalLeavesACheckpointPoliciesAndPlots() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "train",
                        "point",
                        "--hidden",
                        "8,8",
                        "--batch",
                        "16",
                        "--steps",
                        "100000000",
                        "--evaluate-every",
                        "2000",
                        "--json",
                        "--out",
                        run.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.trim().startsWith("2")) {
                line = out.readLine();
            }
            assertThat(line).as("first evaluation").isNotNull();
            process.toHandle().destroy(); // unlike the process itself its handle leaves the output open
            List<String> rest = out.lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
            assertThat(String.join("\n", rest)).contains("stopping; checkpoint", "interrupted");
            assertThat(rest.get(rest.size() - 1)).contains("\"status\":\"interrupted\"");
        } finally {
            process.destroyForcibly();
        }
        for (String file : new String[] {
            "summary.json", "learning-curve.png", "seed-1/checkpoint.bin", "seed-1/best.policy", "seed-1/last.policy"
        }) {
            assertThat(run.resolve(file)).isNotEmptyFile();
        }
    }
}
