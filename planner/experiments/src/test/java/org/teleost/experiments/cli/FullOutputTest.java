package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.experiments.Main;

/** A real process whose standard output is a full disk. */
@EnabledOnOs(OS.LINUX)
class FullOutputTest {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "plan --help", "version", "doctor --json"})
    void outputThatIsLostEndsWithExitCode4(String command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        process.command().addAll(List.of(command.split(" ")));
        Process running = process.redirectOutput(new File("/dev/full")).start();
        String messages = new String(running.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(messages).isEqualTo(ExitCode.DISK);
        assertThat(messages).contains("can't write standard output: No space left on device");
    }
}
