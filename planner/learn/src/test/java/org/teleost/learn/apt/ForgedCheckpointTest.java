package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.learn.checkpoint.Checkpoint;
import org.teleost.learn.checkpoint.CheckpointException;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.random.RandomStream;

/** Checkpoints whose checksums are right and whose contents no run wrote: refused, or resumed like any other. */
@Timeout(240)
class ForgedCheckpointTest {
    private static final List<String> SECTIONS =
            List.of("identity", "counters", "learner", "policy", "replay", "actors", "listener");

    /** For each of two modes; half of what {@code -Dteleost.mutations} asks for. */
    private static final int MUTATIONS = Integer.getInteger("teleost.mutations", 800) / 2;

    @TempDir
    Path folder;

    private Path intact(CollectionMode mode) throws IOException {
        Path path = folder.resolve("intact");
        try (AptTraining training = training(mode, path)) {
            training.run();
            training.save();
        }
        return path;
    }

    private static AptTraining training(CollectionMode mode, Path path) {
        AptSettings settings = Runs.small(mode, 2).with(s -> {
            s.steps = 120;
            s.replay = 60;
        });
        return Runs.training(
                new TinyProblem(), new TinyLearner(), settings, TrainingListener.SILENT, new CheckpointFile(path));
    }

    private static Map<String, byte[]> sections(Path path) throws IOException {
        Map<String, byte[]> sections = new LinkedHashMap<>();
        try (Checkpoint checkpoint = new CheckpointFile(path).open()) {
            for (String name : SECTIONS) {
                checkpoint.section(name, in -> sections.put(name, rest(in)));
            }
        }
        return sections;
    }

    private static byte[] rest(DataInput in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            try {
                bytes.write(in.readByte());
            } catch (EOFException e) {
                return bytes.toByteArray();
            }
        }
    }

    private void resume(CollectionMode mode, Map<String, byte[]> sections) throws IOException {
        Path path = folder.resolve("forged");
        Files.deleteIfExists(path);
        new CheckpointFile(path).write(writer -> {
            for (Map.Entry<String, byte[]> section : sections.entrySet()) {
                writer.section(section.getKey(), out -> out.write(section.getValue()));
            }
        });
        try (AptTraining training = training(mode, path)) {
            training.resume();
            training.run();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // section, byte, value, what the message names
        "counters, 0, -5000000000, environmentSteps",
        "counters, 0, 999000000000, contradict",
        "counters, 8, -5000000000, updates",
        "counters, 8, 1000, contradict",
        "counters, 16, -1, too old",
        "counters, 24, 9000000000, lag",
        "policy, 0, -7, last publication",
        "policy, 9, -7, version of the policy",
        "replay, 20, -1, contradicts itself",
        "actors, 4, -9, episode of actor 0"
    })
    void numbersThatNoRunWroteAreRefused(String section, int at, long value, String name) throws IOException {
        Map<String, byte[]> sections = sections(intact(CollectionMode.ASYNC));
        ByteBuffer.wrap(sections.get(section)).putLong(at, value);
        assertThatThrownBy(() -> resume(CollectionMode.ASYNC, sections))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(section)
                .hasMessageContaining(name);
    }

    @Test
    void absurdLengthsAllocateNothing() throws IOException {
        Map<String, byte[]> sections = sections(intact(CollectionMode.ASYNC));
        byte[] policy = sections.get("policy");
        for (int at = 17; at + 4 <= policy.length; at++) {
            byte[] before = policy.clone();
            ByteBuffer.wrap(policy).putInt(at, 1 << 28);
            try {
                resume(CollectionMode.ASYNC, sections);
            } catch (CheckpointException e) {
                assertThat(e).hasMessageContaining("policy");
            }
            System.arraycopy(before, 0, policy, 0, policy.length);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CollectionMode.class,
            names = {"ASYNC", "LOCK_STEP"})
    @Timeout(36_000)
    void anyMutationIsRefusedAsACheckpointOrResumes(CollectionMode mode) throws IOException {
        Map<String, byte[]> original = sections(intact(mode));
        RandomStream dice = new RandomStream(5);
        int refused = 0;
        long slowest = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            Map<String, byte[]> sections = new LinkedHashMap<>(original);
            String name = SECTIONS.get(dice.nextInt(SECTIONS.size() - 1));
            byte[] bytes = original.get(name).clone();
            int at = dice.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 + dice.nextInt(255));
            sections.put(name, bytes);
            long start = System.nanoTime();
            try {
                resume(mode, sections);
            } catch (CheckpointException e) {
                refused++;
            }
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        System.out.printf(
                "forged checkpoint, %s: %d mutations, %d refused, slowest %.1f ms%n",
                mode, MUTATIONS, refused, 1e-6 * slowest);
        assertThat(refused).isGreaterThan(MUTATIONS / 4);
    }
}
