package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.storage.WholeFile;
import org.teleost.trace.ForeignMcap.Part;

/** Traces as other tools leave them. */
@Timeout(120)
class ForeignTraceTest {
    private static final int STEPS = 20;
    private static final long SECOND = EpisodeTraceWriter.STEP_NANOS;
    private static final long WALL_CLOCK = 1_790_000_000L * SECOND;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("a.mcap");
    }

    /** Steps in chunks of four, and in each a message of another channel with these times. */
    private void write(Set<Part> parts, long otherTime) throws IOException {
        write(new ForeignMcap(parts), otherTime);
    }

    private void write(ForeignMcap mcap, long otherTime) throws IOException {
        mcap.metadata("teleost.trace", Map.of("model", "walk", "seed", "5", "version", "1"));
        int foreign = mcap.channel(mcap.schema("another.Step"), "/step");
        int steps = mcap.channel(mcap.schema(StepSchema.NAME), "/step");
        int log = mcap.channel(0, "/log");
        for (int t = 0; t < STEPS; t++) {
            mcap.message(steps, t * SECOND, "{\"t\":" + t + "}");
            if (t % 4 == 3) {
                mcap.message(log, otherTime + t * SECOND, "a robot's log");
                mcap.message(foreign, t * SECOND, "not a step of ours");
                mcap.flush();
            }
        }
        mcap.write(file());
    }

    private void expectAllSteps(Object as) throws IOException {
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file())) {
            assertThat(reader.model()).as("model %s", as).isEqualTo("walk");
            assertThat(reader.seed()).as("seed %s", as).hasValue(5);
            assertThat(reader.stepCount()).as("steps %s", as).isEqualTo(STEPS);
            for (int t = 0; t < STEPS; t++) {
                assertThat(reader.step(t)).as("step %d %s", t, as).contains("{\"t\":" + t + "}");
            }
            assertThat(reader.step(STEPS)).isEmpty();
        }
    }

    @Test
    void anyPartOfTheFormatThatIsOptionalMayBeMissing() throws IOException {
        Part[] all = Part.values();
        for (int mask = 0; mask < 1 << all.length; mask++) {
            Set<Part> parts = EnumSet.noneOf(Part.class);
            for (int i = 0; i < all.length; i++) {
                if ((mask >> i & 1) != 0) {
                    parts.add(all[i]);
                }
            }
            write(parts, 0);
            expectAllSteps(parts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "lz4"})
    void compressedChunksAreReadWhateverElseIsMissing(String compression) throws IOException {
        for (Part missing : Part.values()) {
            Set<Part> parts = ForeignMcap.all();
            parts.remove(missing);
            write(new ForeignMcap(parts, compression), WALL_CLOCK);
            expectAllSteps(compression + " without " + missing);
            try (McapReader reader = McapReader.open(file())) {
                assertThat(reader.verify()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "lz4"})
    void everyFlippedByteOfACompressedTraceIsNoticedOrHarmless(String compression) throws IOException {
        write(new ForeignMcap(ForeignMcap.all(), compression), 0);
        byte[] intact = Files.readAllBytes(file());
        int first = new String(intact, StandardCharsets.ISO_8859_1).indexOf(compression) + compression.length();
        for (int at = first; at < first + 200; at++) {
            byte[] bytes = intact.clone();
            bytes[at] ^= 0x15;
            Files.write(file(), bytes);
            try (EpisodeTraceReader reader = EpisodeTraceReader.open(file())) {
                int found = 0;
                for (int t = 0; t < STEPS; t++) {
                    String step = reader.step(t).orElse("");
                    assertThat(step).as("byte %d", at).isIn("", "{\"t\":" + t + "}");
                    found += step.isEmpty() ? 0 : 1;
                }
                assertThat(found == STEPS || !reader.damage().isEmpty())
                        .as("byte %d: %d steps", at, found)
                        .isTrue();
            }
        }
    }

    /** A recorder's jars are the planner's and this one; there is no more on its class path. */
    @ParameterizedTest
    @ValueSource(strings = {"zstd", "lz4"})
    void withoutTheLibraryTheWayOutIsNamed(String compression) throws Exception {
        write(new ForeignMcap(ForeignMcap.all(), compression), 0);
        URL[] recorder = {
            McapReader.class.getProtectionDomain().getCodeSource().getLocation(),
            WholeFile.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader bare = new URLClassLoader(recorder, ClassLoader.getPlatformClassLoader())) {
            Method open = bare.loadClass(EpisodeTraceReader.class.getName()).getMethod("open", Path.class);
            assertThatThrownBy(() -> open.invoke(null, file()))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("compressed (" + compression + ")")
                    .hasMessageContaining("mcap decompress " + file() + " -o PLAIN.mcap");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "lz4"})
    void aChunkThatUnfoldsToVeryMuchIsRefused(String compression) throws IOException {
        ForeignMcap mcap = new ForeignMcap(ForeignMcap.all(), compression);
        int steps = mcap.channel(mcap.schema(StepSchema.NAME), "/step");
        mcap.message(steps, 0, " ".repeat(100 << 20));
        mcap.flush();
        mcap.write(file());
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file())) {
            assertThat(reader.step(0).isPresent()).isEqualTo(Files.size(file()) > 100 << 10);
            assertThat(reader.damage().isEmpty()).isEqualTo(Files.size(file()) > 100 << 10);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {WALL_CLOCK, Long.MAX_VALUE - 30 * SECOND, Long.MIN_VALUE, -40 * SECOND})
    void timesOfOtherChannelsDoNotMatter(long otherTime) throws IOException {
        write(ForeignMcap.all(), otherTime);
        expectAllSteps(otherTime);
        Set<Part> unindexed = ForeignMcap.all();
        unindexed.remove(Part.SUMMARY);
        write(unindexed, otherTime);
        expectAllSteps(otherTime);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 62, WALL_CLOCK, Long.MIN_VALUE, -SECOND})
    void aStepAtATimeThatIsNoIndexIsNamed(long time) throws IOException {
        ForeignMcap mcap = new ForeignMcap(ForeignMcap.all());
        mcap.message(mcap.channel(mcap.schema(StepSchema.NAME), "/step"), time, "{\"t\":0}");
        mcap.flush();
        mcap.write(file());
        assertThatThrownBy(() -> EpisodeTraceReader.open(file()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file() + ": step ")
                .hasMessageContaining("log time");
    }

    @Test
    void aFlippedBitInTheMetadataIsNoticed() throws IOException {
        try (McapWriter writer = new McapWriter(file())) {
            writer.metadata(EpisodeTraceWriter.CONFIGURATION, Map.of("instanceSeed", "123456", "problem", "walk"));
            writer.addChannel(writer.addSchema(StepSchema.NAME, "jsonschema", new byte[0]), "/step", "json", Map.of());
        }
        byte[] bytes = Files.readAllBytes(file());
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("123456");
        for (int bit = 0; bit < 48; bit++) {
            byte[] flipped = bytes.clone();
            flipped[at + bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(), flipped);
            try (EpisodeTraceReader reader = EpisodeTraceReader.open(file())) {
                assertThat(reader.configuration()).isEmpty();
                assertThat(reader.damage())
                        .anySatisfy(damage -> assertThat(damage.text()).contains("teleost.configuration", "checksum"));
            }
        }
    }

    @Test
    void aFolderIsCalledOne() {
        assertThatThrownBy(() -> McapReader.open(folder)).hasMessageContaining("is a folder");
    }
}
