package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.cli.TeleostCommand;
import org.teleost.trace.ForeignMcap;
import org.teleost.trace.ForeignMcap.Part;
import org.teleost.trace.McapChannel;
import org.teleost.trace.McapCursor;
import org.teleost.trace.McapMessage;
import org.teleost.trace.McapReader;
import org.teleost.trace.McapSchema;
import org.teleost.viewer.gl.GlContext;
import org.teleost.viewer.gl.HeadlessContext;
import org.teleost.viewer.gl.NoGlException;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.StepRecord;
import org.teleost.viewer.source.TraceFiles;
import picocli.CommandLine;

/** Our traces, written anew by another program that leaves parts out or compresses: every command reads them alike. */
@Timeout(600)
class ForeignTracesTest {
    private static final int MESSAGES_PER_CHUNK = 7;

    @TempDir
    private Path folder;

    /** Each part left out by itself, all at once, none; the two compressions. */
    static Stream<Arguments> writers() {
        List<Arguments> writers = new ArrayList<>();
        for (Part missing : Part.values()) {
            Set<Part> parts = ForeignMcap.all();
            parts.remove(missing);
            writers.add(Arguments.of("without " + missing, parts, ""));
        }
        writers.add(Arguments.of("bare", EnumSet.noneOf(Part.class), ""));
        writers.add(Arguments.of("bare, zstd", EnumSet.of(Part.CHUNKS), "zstd"));
        for (String compression : List.of("", "zstd", "lz4")) {
            writers.add(Arguments.of("whole " + compression, ForeignMcap.all(), compression));
        }
        return writers.stream();
    }

    private String run(int code, String... arguments) {
        StringWriter output = new StringWriter();
        CommandLine commands = TeleostCommand.commandLine(ProblemCatalog::installed);
        commands.setOut(new PrintWriter(output));
        commands.setErr(new PrintWriter(output));
        assertThat(commands.execute(arguments)).as(output.toString()).isEqualTo(code);
        return output.toString();
    }

    @BeforeEach
    void record() {
        String own = folder.resolve("own").toString();
        run(0, "plan", "tiger", "--budget", "50ep", "--episodes", "1", "--steps", "12", "--quiet", "--out", own);
        run(0, "evaluate", "--problem", "pendulum", "--baseline", "zero", "--episodes", "1", "--trace", own);
    }

    /** The file of the same name in another folder that another writer made of it. */
    static Path rewritten(Path file, Path to, Set<Part> parts, String compression) throws IOException {
        Path copy = Files.createDirectories(to).resolve(file.getFileName());
        ForeignMcap mcap = new ForeignMcap(parts, compression);
        try (McapReader reader = McapReader.open(file)) {
            for (String name : reader.metadataNames()) {
                mcap.metadata(name, reader.metadata(name));
            }
            Map<Integer, Integer> channels = new HashMap<>();
            for (McapChannel channel : reader.channels()) {
                String schema = reader.schema(channel).map(McapSchema::name).orElse("");
                channels.put(channel.id(), mcap.channel(mcap.schema(schema), channel.topic()));
            }
            McapCursor cursor = reader.messages();
            int count = 0;
            for (McapMessage message = cursor.next(); message != null; message = cursor.next()) {
                mcap.message(channels.get(message.channelId()), message.logTime(), message.data());
                if (++count % MESSAGES_PER_CHUNK == 0) {
                    mcap.flush();
                }
            }
        }
        mcap.flush();
        mcap.write(copy);
        return copy;
    }

    private static void expectSame(Path own, Path foreign) throws IOException {
        try (Episode expected = TraceFiles.open(own);
                Episode found = TraceFiles.open(foreign)) {
            assertThat(found.info()).isEqualTo(expected.info());
            assertThat(found.stepCount()).isEqualTo(expected.stepCount());
            for (long t = 0; t < expected.stepCount(); t++) {
                assertThat(found.step(t).map(StepRecord::reward))
                        .isEqualTo(expected.step(t).map(StepRecord::reward));
                assertThat(found.tree(t).isPresent()).isEqualTo(expected.tree(t).isPresent());
            }
            assertThat(found.damage()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void everyCommandReadsThemLikeOurOwn(String name, Set<Part> parts, String compression) throws IOException {
        for (String trace : List.of("episode-0000.mcap", "zero-0000.mcap")) {
            Path own = folder.resolve("own").resolve(trace);
            Path foreign = rewritten(own, folder.resolve("foreign"), parts, compression);
            assertThat(run(0, "verify", foreign.toString())).as(name).startsWith("ok ");
            expectSame(own, foreign);
            if (canDraw()) {
                assertThat(picture(foreign, "foreign.png")).as(name).isEqualTo(picture(own, "own.png"));
            }
        }
    }

    private static boolean canDraw() {
        try (GlContext context = HeadlessContext.open()) {
            return context != null;
        } catch (NoGlException e) {
            return false;
        }
    }

    private byte[] picture(Path trace, String name) throws IOException {
        Path file = folder.resolve(name);
        assertThat(run(0, "render", trace.toString(), "--step", "3", "-o", file.toString()))
                .doesNotContain("damage");
        return Files.readAllBytes(file);
    }
}
