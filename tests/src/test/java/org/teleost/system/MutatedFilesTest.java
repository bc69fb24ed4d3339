package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.cli.TeleostCommand;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.ConfigFile;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.policy.PolicyFile;
import org.teleost.random.RandomStream;
import org.teleost.trace.EpisodeTraceReader;

/**
 * Files that other programs, disks and people have damaged: each is read as it was written, said to be damaged, or
 * refused, within a second. {@code -Dteleost.mutations=50000} makes so many of each kind; docs/files.md holds the
 * result.
 */
@Timeout(3_600)
class MutatedFilesTest {
    private static final int MUTATIONS = Integer.getInteger("teleost.mutations", 1_000);
    private static final long LONGEST_NANOS = 1_000_000_000L;

    @TempDir
    private Path folder;

    /** Reads a file; true if it was accepted as whole. */
    @FunctionalInterface
    private interface Reader {
        boolean read(Path file) throws IOException;
    }

    @Test
    void tracesAreReadAsTheyWereWrittenOrSaidToBeDamaged() throws IOException {
        String run = folder.resolve("run").toString();
        assertThat(TeleostCommand.run(
                        "plan",
                        "tiger",
                        "--budget",
                        "50ep",
                        "--episodes",
                        "1",
                        "--steps",
                        "20",
                        "--quiet",
                        "--out",
                        run))
                .isZero();
        Path trace = folder.resolve("run/episode-0000.mcap");
        List<String> steps = new ArrayList<>();
        Map<String, String> settings;
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(trace)) {
            settings = reader.configuration();
            for (long t = 0; t < reader.stepCount(); t++) {
                steps.add(reader.step(t).orElseThrow());
            }
        }
        mutate("trace", trace, file -> {
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
    void policiesAndCheckpointsAreRefused() throws IOException {
        String run = folder.resolve("run").toString();
        assertThat(TeleostCommand.run("train", "pendulum", "--steps", "400", "--quiet", "--out", run))
                .isZero();
        Path policy = find("last.policy");
        byte[] written = Files.readAllBytes(policy);
        mutate("policy", policy, file -> {
            PolicyFile.read(file);
            assertThat(Files.readAllBytes(file)).isEqualTo(written);
            return true;
        });
        Path checkpoint = find("checkpoint.bin");
        byte[] saved = Files.readAllBytes(checkpoint);
        mutate("checkpoint", checkpoint, file -> {
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
        mutate("configuration", file, mutated -> {
            ConfigFile.read(mutated)
                    .forEach(setting -> assertThat(setting.key()).isNotNull());
            return true;
        });
    }

    /** Of this thread, so that a busy machine changes nothing. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private Path find(String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(end))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + end));
        }
    }

    private void mutate(String kind, Path original, Reader reader) throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        Path file = folder.resolve("mutated");
        RandomStream random = new RandomStream(41);
        int accepted = 0;
        int refused = 0;
        long slowest = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            random.startEpisode(41, kind.hashCode(), i);
            Files.write(file, mutated(bytes, random));
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
        assertThat(slowest).as("%s: nanoseconds of the slowest", kind).isLessThan(LONGEST_NANOS);
        System.out.printf(
                "%s of %d bytes: %d mutations, %d refused, %d damaged in part, %d whole, slowest %.1f ms%n",
                kind, bytes.length, MUTATIONS, refused, MUTATIONS - refused - accepted, accepted, 1e-6 * slowest);
    }

    /**
     * One or a few of: bits flipped, a number replaced by an extreme one, the end cut, a part doubled, lost or moved.
     */
    private static byte[] mutated(byte[] original, RandomStream random) {
        byte[] bytes = original.clone();
        for (int rounds = 1 + random.nextInt(3); rounds > 0; rounds--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextInt(2) == 0 ? 0xFF : 0));
                case 2 -> bytes = at == 0 ? bytes : Arrays.copyOf(bytes, at);
                case 3 -> bytes = spliced(bytes, at, at, length);
                case 4 -> bytes = spliced(bytes, at, at + length, -length);
                default -> bytes = spliced(bytes, random.nextInt(bytes.length), at, length);
            }
        }
        return bytes;
    }

    /**
     * Inserts bytes from {@code from} at {@code at}, or leaves out as many before it where {@code length} is negative.
     */
    private static byte[] spliced(byte[] bytes, int at, int from, int length) {
        if (length < 0) {
            byte[] shorter = Arrays.copyOf(bytes, Math.max(1, bytes.length + length));
            int start = Math.min(at, shorter.length);
            System.arraycopy(
                    bytes,
                    Math.min(from, bytes.length),
                    shorter,
                    start,
                    Math.max(0, Math.min(shorter.length - start, bytes.length - from)));
            return shorter;
        }
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, from, longer, at, length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }
}
