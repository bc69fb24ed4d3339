package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.problem.Signal;

class ControlTraceTest {
    private static final ControlDescription DESCRIPTION = new ControlDescription(
            "wave",
            9,
            "zero",
            40,
            new ControlDescription.Bounds(new float[] {-1}, new float[] {1}),
            new ControlDescription.Bounds(new float[] {-2}, new float[] {2}),
            List.of("energy"),
            List.of(Signal.table("speed", "m/s", 1, 2, -1, 1)));

    @TempDir
    private Path folder;

    private ControlTraceWriter writer(String name) throws IOException {
        return new ControlTraceWriter(folder.resolve(name), DESCRIPTION, Map.of());
    }

    private static void step(ControlTraceWriter trace, int t) throws IOException {
        trace.observed(new float[] {t});
        trace.signal(0, new float[] {t, -t});
        trace.executed(new float[] {0.5f}, -t, new double[] {Double.NaN}, false, false);
    }

    @Test
    void anUnfinishedTraceShowsItsFinishedChunks() throws IOException {
        try (ControlTraceWriter trace = writer("growing.mcap")) {
            for (int t = 0; t < 20; t++) {
                step(trace, t);
            }
            try (ControlTraceReader reader = new ControlTraceReader(McapReader.open(folder.resolve("growing.mcap")))) {
                assertThat(reader.complete()).isFalse();
                assertThat(reader.stepCount()).isEqualTo(16);
                assertThat(reader.step(15).orElseThrow()).contains("\"energy\":null");
                assertThat(reader.signals(15)).isPresent();
            }
        }
    }

    @Test
    void equalEpisodesGiveEqualFiles() throws IOException {
        for (String name : List.of("one.mcap", "two.mcap")) {
            try (ControlTraceWriter trace = writer(name)) {
                step(trace, 0);
                step(trace, 1);
            }
        }
        assertThat(Files.readAllBytes(folder.resolve("one.mcap")))
                .isEqualTo(Files.readAllBytes(folder.resolve("two.mcap")));
    }

    @Test
    void aDamagedStepIsMissingAndTheOthersStay() throws IOException {
        Path file = folder.resolve("damaged.mcap");
        try (ControlTraceWriter trace = writer("damaged.mcap")) {
            for (int t = 0; t < 40; t++) {
                step(trace, t);
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("\"t\":20,")] ^= 1;
        Files.write(file, bytes);
        try (ControlTraceReader reader = new ControlTraceReader(McapReader.open(file))) {
            assertThat(reader.step(20)).isEmpty();
            assertThat(reader.step(39)).isPresent();
            assertThat(reader.damage()).isNotEmpty();
        }
    }

    @Test
    void refusesASignalOfAnotherShape() throws IOException {
        try (ControlTraceWriter trace = writer("shape.mcap")) {
            trace.observed(new float[1]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trace.signal(0, new float[3]))
                    .withMessage("signal speed has values=3; expected 1 x 2");
        }
    }

    @Test
    void refusesAnActionWithoutAnObservation() throws IOException {
        try (ControlTraceWriter trace = writer("order.mcap")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> trace.executed(new float[1], 0, new double[1], false, false))
                    .withMessageContaining("call observed() before executed()");
        }
    }

    @Test
    void otherFilesAreNoControlTraces() throws IOException {
        Path file = folder.resolve("other.mcap");
        new McapWriter(file).close();
        assertThatIOException()
                .isThrownBy(() -> new ControlTraceReader(McapReader.open(file)))
                .withMessageContaining("is not a control trace");
    }

    @Test
    void aSignalWhoseShapeIsSenselessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SignalMetadata.read("u", Map.of("rows", "99999", "columns", "99999", "low", "0", "high", "1")))
                .withMessageContaining("signal name='u' rows=99999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalMetadata.read("u", Map.of("rows", "x")))
                .withMessage("signal u has rows=x; a number is needed");
    }

    @Test
    void boundsKeepInfinities() throws IOException {
        ControlDescription free = new ControlDescription(
                "free",
                1,
                "zero",
                1,
                new ControlDescription.Bounds(
                        new float[] {Float.NEGATIVE_INFINITY, 0}, new float[] {Float.POSITIVE_INFINITY, 1}),
                DESCRIPTION.action(),
                List.of(),
                List.of());
        Path file = folder.resolve("free.mcap");
        new ControlTraceWriter(file, free, Map.of()).close();
        try (ControlTraceReader reader = new ControlTraceReader(McapReader.open(file))) {
            assertThat(Arrays.toString(reader.description().observation().high()))
                    .isEqualTo("[Infinity, 1.0]");
            assertThat(reader.description().infoNames()).isEmpty();
            assertThat(reader.stepCount()).isZero();
        }
    }
}
