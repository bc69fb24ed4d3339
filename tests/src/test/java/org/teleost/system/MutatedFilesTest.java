package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.cli.TeleostCommand;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.ConfigFile;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.PolicyRunner;
import org.teleost.random.RandomStream;
import org.teleost.trace.EpisodeTraceReader;
import org.teleost.viewer.app.EpisodeView;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.TraceFiles;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PicturePainter;

/**
 * Files that other programs, disks and people have damaged: each is read as it was written, said to be damaged, or
 * refused, within a second. Where a forger has made the checksums right, each is shown or refused.
 * {@code -Dteleost.mutations=25000} makes so many of each kind, and ForgedCheckpointTest so many forged checkpoints;
 * docs/reproduce.md has the command and the result.
 */
@Timeout(36_000)
class MutatedFilesTest {
    private static final int MUTATIONS = Integer.getInteger("teleost.mutations", 1_000);
    private static final long LONGEST_NANOS = 1_000_000_000L;
    private static final BiFunction<byte[], RandomStream, byte[]> DAMAGED = Mutations::damaged;
    private static final Set<Layer> LAYERS = EnumSet.allOf(Layer.class);

    @TempDir
    private Path folder;

    /** Reads a file; true if it was accepted as whole. */
    @FunctionalInterface
    private interface Reader {
        boolean read(Path file) throws IOException;
    }

    private Path run(String... arguments) {
        Path run = folder.resolve("run");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--quiet", "--out", run.toString()));
        assertThat(TeleostCommand.run(all.toArray(new String[0]))).isZero();
        return run;
    }

    private Path planned(String problem) {
        return run("plan", problem, "--budget", "50ep", "--episodes", "1", "--steps", "20")
                .resolve("episode-0000.mcap");
    }

    @Test
    void tracesAreReadAsTheyWereWrittenOrSaidToBeDamaged() throws IOException {
        Path trace = planned("tiger");
        List<String> steps = new ArrayList<>();
        Map<String, String> settings;
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(trace)) {
            settings = reader.configuration();
            for (long t = 0; t < reader.stepCount(); t++) {
                steps.add(reader.step(t).orElseThrow());
            }
        }
        mutate("trace", trace, DAMAGED, file -> {
            try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
                boolean whole = reader.stepCount() == steps.size();
                for (int t = 0; t < Math.min(steps.size(), reader.stepCount()); t++) {
                    String step = reader.step(t).orElse("");
                    assertThat(step.isEmpty() || step.equals(steps.get(t)))
                            .as("step %d", t)
                            .isTrue();
                    whole &= !step.isEmpty();
                }
                boolean damaged = !reader.damage().isEmpty() || !reader.complete();
                // what decides which world is drawn is the right one, or there is word of damage
                assertThat(damaged || reader.configuration().equals(settings))
                        .as("settings")
                        .isTrue();
                return whole && !damaged;
            }
        });
    }

    @Test
    void forgedTracesOfPlannersAreShownOrRefused() throws IOException {
        show("forged trace", planned("rocksample-7-8"));
    }

    @Test
    void forgedTracesOfControlAreShownOrRefused() throws IOException {
        Path traces = folder.resolve("traces");
        assertThat(TeleostCommand.run(
                        "evaluate",
                        "--problem",
                        "burgers",
                        "--baseline",
                        "zero",
                        "--episodes",
                        "1",
                        "--trace",
                        traces.toString()))
                .isZero();
        show("forged control trace", find(traces, ".mcap"));
    }

    /** Every mutation's checksums are right: whatever it holds is painted, as far as pictures get without OpenGL. */
    private void show(String kind, Path trace) throws IOException {
        try (Font font = new Font()) {
            PicturePainter painter = new PicturePainter(new Canvas(font));
            mutate(kind, trace, (bytes, random) -> Mutations.mendedTrace(Mutations.altered(bytes, random)), file -> {
                Episode episode = TraceFiles.open(file);
                try (EpisodeView view = new EpisodeView(episode)) {
                    view.readMore(1000);
                    Panels panels = Panels.of(view.plans() ? "planner,tree,history" : "planner,history");
                    for (long t : new long[] {0, view.stepCount() / 2, view.stepCount() - 1}) {
                        painter.paint(view.view(t, LAYERS, NamedCamera.TOP, panels), 900, 600);
                    }
                    return episode.damage().isEmpty();
                }
            });
        }
    }

    @Test
    void policiesAndCheckpointsAreRefused() throws IOException {
        Path run = run("train", "pendulum", "--steps", "200", "--hidden", "8,8", "--replay", "200", "--batch", "16");
        Path policy = find(run, "last.policy");
        byte[] written = Files.readAllBytes(policy);
        mutate("policy", policy, DAMAGED, file -> {
            PolicyFile.read(file);
            assertThat(Files.readAllBytes(file)).isEqualTo(written);
            return true;
        });
        mutate(
                "forged policy",
                policy,
                (bytes, random) -> Mutations.mendedPolicy(Mutations.altered(bytes, random)),
                file -> {
                    PolicyRunner runner = new PolicyRunner(PolicyFile.read(file).network());
                    float[] action = new float[runner.network().actionSize()];
                    runner.act(new float[runner.network().observationSize()], action);
                    for (float value : action) {
                        assertThat(value).as("action").isFinite();
                    }
                    return true;
                });
        Path checkpoint = find(run, "checkpoint.bin");
        byte[] saved = Files.readAllBytes(checkpoint);
        mutate("checkpoint", checkpoint, DAMAGED, file -> {
            CheckpointFile.verify(file);
            assertThat(Files.readAllBytes(file)).isEqualTo(saved);
            return true;
        });
    }

    @Test
    void configurationsAreReadOrRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("run.yaml"),
                "# tuning\nbudget: 100ms\nepisodes: 20\neta: 2.50  # per reward\ntrace: false\npolicy: \"planner\"\n");
        mutate("configuration", file, DAMAGED, mutated -> {
            ConfigFile.read(mutated)
                    .forEach(setting -> assertThat(setting.key()).isNotNull());
            return true;
        });
    }

    /** Of this thread, so that a busy machine changes nothing. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Path find(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(end))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + end));
        }
    }

    private void mutate(String kind, Path original, BiFunction<byte[], RandomStream, byte[]> mutation, Reader reader)
            throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        Path file = folder.resolve("mutated");
        RandomStream random = new RandomStream(41);
        int accepted = 0;
        int refused = 0;
        long slowest = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            random.startEpisode(41, kind.hashCode(), i);
            overwrite(file, mutation.apply(bytes, random));
            long start = processorNanos();
            try {
                accepted += reader.read(file) ? 1 : 0;
            } catch (IOException | ConfigException e) {
                assertThat(e).hasMessageContaining("mutated");
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(kind + " mutation " + i + ": " + e, e);
            }
            slowest = Math.max(slowest, processorNanos() - start);
        }
        System.out.printf(
                "%s of %d bytes: %d mutations, %d refused, %d damaged in part, %d whole, slowest %.1f ms%n",
                kind, bytes.length, MUTATIONS, refused, MUTATIONS - refused - accepted, accepted, 1e-6 * slowest);
        assertThat(slowest).as("%s: nanoseconds of the slowest", kind).isLessThan(LONGEST_NANOS);
    }

    /** Not Files.write: ext4 flushes a file that was cut to nothing, milliseconds each time. */
    private static void overwrite(Path file, byte[] content) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(content);
            out.setLength(content.length);
        }
    }
}
