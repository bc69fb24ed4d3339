package org.teleost.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.trace.EpisodeTraceWriter;
import org.teleost.trace.McapWriter;
import org.teleost.viewer.fixtures.RecordedEpisode;

class TraceEpisodeTest {
    private static final int STEPS = 40;

    @TempDir
    private Path folder;

    private Path trace() throws IOException {
        Path file = folder.resolve("tiger.mcap");
        RecordedEpisode.record(file, "tiger", STEPS, "listen");
        return file;
    }

    @Test
    void readsStepsInAnyOrder() throws IOException {
        try (TraceEpisode episode = TraceEpisode.open(trace())) {
            assertThat(episode.stepCount()).isEqualTo(STEPS);
            for (long t : new long[] {39, 0, 17, 16, 15, 38, 0}) {
                assertThat(episode.step(t).orElseThrow().t()).isEqualTo(t);
            }
            assertThat(episode.step(-1)).isEmpty();
            assertThat(episode.step(STEPS)).isEmpty();
            assertThat(episode.damage()).isEmpty();
        }
    }

    @Test
    void knowsWhatTheEpisodeIsAbout() throws IOException {
        try (TraceEpisode episode = TraceEpisode.open(trace())) {
            assertThat(episode.info().name()).isEqualTo("tiger.mcap");
            assertThat(episode.info().problem()).isEqualTo("tiger");
            assertThat(episode.info().instanceSeed()).contains(11L);
            assertThat(episode.info().worldSeed()).contains(12L);
        }
    }

    @Test
    void aStepHoldsTruthBeliefDecisionAndOutcome() throws IOException {
        try (TraceEpisode episode = TraceEpisode.open(trace())) {
            StepRecord step = episode.step(5).orElseThrow();
            assertThat(step.state().value("side")).isIn(0.0, 1.0);
            assertThat(step.belief().size()).isEqualTo(2_000);
            assertThat(Arrays.stream(step.belief().weights()).sum()).isCloseTo(1.0, within(1e-9));
            assertThat(step.belief().mean("side")).isEqualTo(step.belief().bitProbability("side", 0));
            assertThat(step.health().level()).isEqualTo("HEALTHY");
            assertThat(step.decision().actions()).hasSize(3);
            assertThat(step.actionText()).isEqualTo("listen");
            assertThat(step.reward()).isEqualTo(-1.0);
            assertThat(step.observationText()).startsWith("growl-");
        }
    }

    /** The time of a message and what it holds are written apart, and another program may get one of them wrong. */
    @Test
    void aStepThatSaysItIsAnotherIsLeftOutAndNamed() throws IOException {
        Path file = folder.resolve("walk.mcap");
        try (McapWriter writer = new McapWriter(file)) {
            int steps = writer.addChannel(
                    writer.addSchema("teleost.Step", "jsonschema", new byte[0]), "/step", "json", Map.of());
            for (int t = 0; t < 4; t++) {
                String text = "{\"t\":" + (t == 2 ? 97 : t) + "}";
                writer.write(steps, t, t * EpisodeTraceWriter.STEP_NANOS, text.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (TraceEpisode episode = TraceEpisode.open(file)) {
            assertThat(episode.step(1)).isPresent();
            assertThat(episode.step(2)).isEmpty();
            assertThat(episode.damage()).containsExactly("step 2 is unreadable: it says that it is step 97");
        }
    }

    /** Chunks hold 16 steps; a flipped byte loses one of them. */
    @Test
    void aDamagedChunkLosesItsStepsOnlyAndIsNamed() throws IOException {
        Path file = trace();
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, "{\"t\":20,");
        bytes[at + 30] ^= 1;
        Files.write(file, bytes);
        try (TraceEpisode episode = TraceEpisode.open(file)) {
            assertThat(episode.stepCount()).isEqualTo(STEPS);
            assertThat(episode.step(20)).isEmpty();
            assertThat(episode.step(2)).isPresent();
            assertThat(episode.step(39)).isPresent();
            assertThat(episode.damage()).singleElement().asString().startsWith("steps 16 to 31 missing: ");
        }
    }

    @Test
    void aFileThatWasCutOffYieldsItsBeginning() throws IOException {
        Path file = trace();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, indexOf(bytes, "{\"t\":35,")));
        try (TraceEpisode episode = TraceEpisode.open(file)) {
            assertThat(episode.stepCount()).isEqualTo(32);
            assertThat(episode.step(31)).isPresent();
            assertThat(episode.damage()).isNotEmpty();
        }
    }

    @Test
    void foreignAndMissingFilesAreNamed() throws IOException {
        Path foreign = folder.resolve("notes.txt");
        Files.writeString(foreign, "this is no trace, however long it may be");
        assertThatThrownBy(() -> TraceEpisode.open(foreign))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> TraceEpisode.open(folder.resolve("nothing.mcap")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing.mcap");
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
