package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.SavedPolicy;
import org.teleost.trace.McapWriter;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    private List<Path> files() throws IOException {
        Path policy = folder.resolve("a.policy");
        DenseLayer head = new DenseLayer(1, 2, new float[2], new float[2], Activation.NONE);
        PolicyFile.write(
                policy,
                new SavedPolicy(
                        "p", new PolicyNetwork(List.of(head), new float[] {0}, new float[] {1}, -5, 2, 1), Map.of()));
        Path checkpoint = folder.resolve("a.checkpoint");
        new CheckpointFile(checkpoint).write(writer -> writer.section("one", out -> out.write(new byte[64])));
        Path trace = folder.resolve("a.mcap");
        try (McapWriter writer = new McapWriter(trace)) {
            writer.metadata("about", Map.of("key", "value"));
            int channel = writer.addChannel(0, "/a", "json", Map.of());
            for (int i = 0; i < 10; i++) {
                writer.write(channel, i, i, new byte[20]);
            }
        }
        return List.of(policy, checkpoint, trace);
    }

    private static Terminal verify(List<Path> files) {
        List<String> words = new ArrayList<>();
        files.forEach(file -> words.add(file.toString()));
        return Terminal.of("verify").run(words.toArray(new String[0]));
    }

    @Test
    void soundFilesAreNamedWithTheirKind() throws IOException {
        Terminal run = verify(files());
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("policy of p", "checkpoint of 1 sections", "trace of 10 messages");
    }

    @Test
    void aFlippedBitInTheMiddleOfAnyIsFound() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 4;
            Files.write(file, bytes);
            Terminal run = verify(List.of(file));
            assertThat(run.code()).as(file.toString()).isEqualTo(ExitCode.USAGE);
            assertThat(run.out()).contains("damaged", file.toString());
        }
    }

    @Test
    void foldersForeignAndMissingFilesAreRefused() throws IOException {
        Path foreign = Files.writeString(folder.resolve("a.txt"), "hello");
        Terminal run = verify(List.of(folder, foreign, folder.resolve("missing")));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).contains("it is a folder", "is not an MCAP file", "no such file");
    }
}
