package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code teleost serve} as its clients in other languages see it: each runs the way docs/serve.md says. */
@Timeout(300)
class ServedClientsTest {
    private static final Path CLIENTS =
            Path.of(System.getProperty("teleost.root", "..")).resolve("clients").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void thePythonClientPlaysTigerSavesAndIsRefused() throws Exception {
        require("python3");
        String output = run(CLIENTS.resolve("python"), "python3", "test_teleost.py");
        assertThat(output).contains("Ran 4 tests").contains("OK");
    }

    @Test
    void theExampleInCppOpensADoor() throws Exception {
        require("g++");
        String program = folder.resolve("tiger").toString();
        Process compiler = new ProcessBuilder(
                        "g++", "-std=c++17", "-Wall", "-Werror", "-o", program, "" + CLIENTS.resolve("cpp/tiger.cpp"))
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).as("g++").isZero();
        assertThat(run(folder, program)).startsWith("step 0: action 0\n").containsPattern("action [12]\n$");
    }

    @Test
    void aPythonProgramSeesARunAsFoxgloveDoesAndReadsItsTrace() throws Exception {
        require("python3");
        List<String> plan = List.of(
                "plan", "lightdark-2d", "--episodes", "1", "--threads", "1", "--particles", "500", "--seed", "3");
        List<String> slow = new ArrayList<>(plan);
        slow.addAll(List.of("--budget", "100ms", "--out", "none"));
        assertThat(runOn(slow, CLIENTS.resolve("python"), "python3", "test_foxglove.py"))
                .contains("OK");
        Path out = folder.resolve("run");
        List<String> traced = new ArrayList<>(plan);
        traced.addAll(List.of("--steps", "5", "--budget", "2000ep", "--out", out.toString()));
        runOn(traced, folder);
        Files.copy(out.resolve("episode-0000.mcap"), folder.resolve("trace.mcap"));
        assertThat(runOn(
                        List.of(),
                        folder,
                        "python3",
                        CLIENTS.resolve("python/test_export.py").toString()))
                .contains("OK");
    }

    private String run(Path where, String... client) throws IOException, InterruptedException {
        return runOn(List.of("serve", "tiger"), where, client);
    }

    /** Runs a client that is given a command of this class path; fails unless it ends well. */
    private String runOn(List<String> arguments, Path where, String... client)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(client));
        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-cp")
                .forEach(command::add);
        command.add(System.getProperty("java.class.path"));
        command.add("org.teleost.experiments.Main");
        command.addAll(arguments);
        File output = folder.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        boolean ended = process.waitFor(240, TimeUnit.SECONDS);
        String text = Files.readString(output.toPath(), StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static void require(String tool) {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        if (!found) {
            assertThat(System.getenv("CI"))
                    .as("continuous integration without " + tool + " on the PATH")
                    .isNotEqualTo("true");
            abort("skipped: no " + tool + " on the PATH");
        }
    }
}
