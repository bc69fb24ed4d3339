package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.computation.ExperimentCatalog;
import org.teleost.experiments.computation.HillExperiment;
import org.teleost.experiments.corridor.CorridorProblem;

/** A real process and a real Ctrl-C. */
@DisabledOnOs(OS.WINDOWS)
class InterruptTest {
    private static final int CTRL_C = 130;

    @TempDir
    private Path folder;

    /** The command line over the corridor and the hill. */
    static final class Commands {
        private Commands() {}

        /** A line on standard input is a Ctrl-C: no other program is needed to send one. */
        private static void raiseOnRequest() {
            try {
                if (System.in.read() >= 0) {
                    Class<?> type = Class.forName("sun.misc.Signal");
                    Object signal = type.getConstructor(String.class).newInstance("INT");
                    type.getMethod("raise", type).invoke(null, signal);
                }
            } catch (IOException | ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        public static void main(String[] args) {
            System.setProperty("java.awt.headless", "true");
            Thread signals = new Thread(Commands::raiseOnRequest);
            signals.setDaemon(true);
            signals.start();
            System.exit(TeleostCommand.commandLine(
                            () -> new ProblemCatalog(List.of(CorridorProblem.sound())),
                            new ExperimentCatalog(List.of(new HillExperiment())))
                    .execute(args));
        }
    }

    @Test
    void ctrlCEndsADecisionThatWouldTakeHours() throws IOException, InterruptedException {
        long start = System.nanoTime();
        interrupt("success", "plan corridor --budget 9000s --warmup 0 --episodes 1 --out", "long");
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(50));
    }

    @Test
    void ctrlCKeepsFinishedEpisodesAndPrintsTheSummary() throws IOException, InterruptedException {
        List<String> rest =
                interrupt(" yes ", "plan corridor --budget 20ms --warmup 0 --episodes 1000000 --json --out", "run");

        assertThat(String.join("\n", rest)).contains("finished episodes are kept", "stopped early", "digest");
        assertThat(rest.get(rest.size() - 1)).contains("\"interrupted\":true");
        assertThat(Files.readAllLines(folder.resolve("run/episodes.csv"))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(folder.resolve("run/summary.json")).isNotEmptyFile();
        assertThat(folder.resolve("run/returns.png")).isNotEmptyFile();
    }

    @Test
    void ctrlCKeepsFinishedCellsOfAnExperiment() throws IOException, InterruptedException {
        List<String> rest = interrupt("row=-0.5", "map hill --rest --threads 1 --json --out", "hill");

        assertThat(String.join("\n", rest)).contains("finished cells are kept, --resume goes on");
        assertThat(rest.get(rest.size() - 1)).contains("\"outcome\":\"stopped\"");
        assertThat(Files.readString(folder.resolve("hill/cells.jsonl"))).contains("row=-0.5");
        assertThat(folder.resolve("hill/summary.json")).isNotEmptyFile();
    }

    /** What the command still prints after a Ctrl-C that follows the first line with {@code sign} in it. */
    private List<String> interrupt(String sign, String command, String place) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Commands.class.getName()));
        words.addAll(List.of(command.split(" ")));
        words.add(folder.resolve(place).toString());
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.contains(sign)) {
                line = out.readLine();
            }
            assertThat(line).as(sign).isNotNull();
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            List<String> rest = out.lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(CTRL_C);
            return rest;
        } finally {
            process.destroyForcibly();
        }
    }
}
