package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McapRoundTripTest {
    @TempDir
    Path folder;

    @Test
    void messagesSchemasChannelsAndMetadataComeBack() throws IOException {
        Path file = folder.resolve("a.mcap");
        McapFiles.write(file, 25, 10);
        try (McapReader reader = McapReader.open(file)) {
            assertThat(reader.indexed()).isTrue();
            assertThat(McapFiles.texts(reader.messages())).isEqualTo(McapFiles.expected(0, 25));
            McapChannel channel = reader.channel(McapFiles.TOPIC).orElseThrow();
            assertThat(channel.messageEncoding()).isEqualTo("json");
            assertThat(channel.metadata()).isEqualTo(Map.of("unit", "none"));
            assertThat(reader.schema(channel).orElseThrow().name()).isEqualTo("test.Number");
            assertThat(reader.schema(channel).orElseThrow().text()).isEqualTo("{\"type\":\"object\"}");
            assertThat(reader.metadataNames()).containsExactly("about");
            assertThat(reader.metadata("about")).isEqualTo(Map.of("a", "1", "b", "2"));
            assertThat(reader.metadata("absent")).isEmpty();
            assertThat(reader.messageCount()).isEqualTo(25);
            assertThat(reader.startTime()).isZero();
            assertThat(reader.endTime()).isEqualTo(240);
            assertThat(reader.verify()).isEmpty();
        }
    }

    @Test
    void equalInputsGiveEqualBytes() throws IOException {
        McapFiles.write(folder.resolve("a.mcap"), 25, 10);
        McapFiles.write(folder.resolve("b.mcap"), 25, 10);
        assertThat(Files.mismatch(folder.resolve("a.mcap"), folder.resolve("b.mcap")))
                .isEqualTo(-1);
    }

    @Test
    void fileWithoutMessagesIsValid() throws IOException {
        Path file = folder.resolve("none.mcap");
        new McapWriter(file).close();
        try (McapReader reader = McapReader.open(file)) {
            assertThat(reader.indexed()).isTrue();
            assertThat(reader.messages().next()).isNull();
            assertThat(reader.messageCount()).isZero();
            assertThat(reader.endTime()).isZero();
            assertThat(reader.verify()).isEmpty();
        }
    }

    @Test
    void tenThousandMessagesFillManyChunksAndAreReadInAnyOrder() throws IOException {
        Path file = folder.resolve("many.mcap");
        String pad = "y".repeat(1000);
        try (McapWriter writer = new McapWriter(file)) {
            int channel = writer.addChannel(0, "/many", "json", Map.of());
            for (int i = 0; i < 10_000; i++) {
                writer.write(channel, i, i, McapFiles.utf8("[" + i + ",\"" + pad + "\"]"));
            }
        }
        assertThat(McapFiles.chunkIndexes(file)).hasSizeBetween(9, 12);
        try (McapReader reader = McapReader.open(file)) {
            assertThat(reader.messageCount()).isEqualTo(10_000);
            Random random = new Random(7);
            for (int k = 0; k < 300; k++) {
                int i = random.nextInt(10_000);
                McapMessage message = reader.messages("/many", i, i).next();
                assertThat(message.text()).startsWith("[" + i + ",");
                assertThat(message.sequence()).isEqualTo(i);
                assertThat(message.logTime()).isEqualTo(i);
            }
            assertThat(McapFiles.texts(reader.messages())).hasSize(10_000);
            assertThat(reader.verify()).isEmpty();
        }
    }

    @Test
    void everyIndexEntryPointsAtItsMessage() throws IOException {
        Path path = folder.resolve("a.mcap");
        McapFiles.write(path, 25, 10);
        int seen = 0;
        try (TraceFile file = new TraceFile(path)) {
            for (ChunkIndex chunk : McapFiles.chunkIndexes(path)) {
                RecordView records = McapSection.of(chunk).load(file);
                long indexAt = chunk.indexOffsets().get(1);
                RecordView index = new RecordView(file.read(indexAt, chunk.indexLength()));
                assertThat(index.u8()).isEqualTo(McapFormat.MESSAGE_INDEX);
                index.view(8 + 2 + 4);
                assertThat(index.remaining()).isEqualTo(16 * (int) chunk.messages());
                while (index.remaining() > 0) {
                    long time = index.u64();
                    int at = records.position() + (int) index.u64();
                    RecordView message = new RecordView(records.array(), at, records.array().length);
                    assertThat(message.u8()).isEqualTo(McapFormat.MESSAGE);
                    assertThat(McapMessage.read(message.view(message.length64()))
                                    .logTime())
                            .isEqualTo(time)
                            .isEqualTo(10L * seen)
                            .isBetween(chunk.startTime(), chunk.endTime());
                    seen++;
                }
            }
        }
        assertThat(seen).isEqualTo(25);
    }

    @Test
    void topicAndTimeRangeSelect() throws IOException {
        Path file = folder.resolve("two.mcap");
        try (McapWriter writer = new McapWriter(file)) {
            int a = writer.addChannel(0, "/a", "json", Map.of());
            int b = writer.addChannel(0, "/b", "json", Map.of());
            for (int i = 0; i < 20; i++) {
                writer.write(i % 2 == 0 ? a : b, i, i, McapFiles.utf8("" + i));
            }
        }
        try (McapReader reader = McapReader.open(file)) {
            assertThat(McapFiles.texts(reader.messages("/a", 3, 8))).containsExactly("4", "6", "8");
            assertThat(McapFiles.texts(reader.messages("/b", 3, 3))).containsExactly("3");
            assertThat(McapFiles.texts(reader.messages("/b", 5, 4))).isEmpty();
            assertThat(McapFiles.texts(reader.messages("/c", 0, 99))).isEmpty();
        }
    }

    @Test
    void fileIsReadableWhileItIsWritten() throws IOException {
        Path file = folder.resolve("live.mcap");
        try (McapWriter writer = McapFiles.writeOpen(file, 15, 10)) {
            try (McapReader reader = McapReader.open(file)) {
                assertThat(reader.indexed()).isFalse();
                assertThat(McapFiles.texts(reader.messages())).isEqualTo(McapFiles.expected(0, 10));
                assertThat(reader.metadata("about")).containsEntry("a", "1");
                assertThat(reader.damage()).extracting(McapDamage::kind).containsExactly(McapDamage.Kind.NO_FOOTER);
            }
            writer.flush();
            assertThat(McapFiles.texts(file)).isEqualTo(McapFiles.expected(0, 15));
        }
        assertThat(McapFiles.texts(file)).isEqualTo(McapFiles.expected(0, 15));
    }

    @Test
    void wrongArgumentsAreRefusedWithTheirNumbers() throws IOException {
        try (McapWriter writer = new McapWriter(folder.resolve("x.mcap"))) {
            assertThatThrownBy(() -> writer.write(3, 0, 0, new byte[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("channel=3");
            assertThatThrownBy(() -> writer.addChannel(9, "/a", "json", Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("schema=9");
        }
    }

    @Test
    void closedWriterRefusesAndClosesAgain() throws IOException {
        McapWriter writer = McapFiles.writeOpen(folder.resolve("x.mcap"), 1, 1);
        writer.close();
        writer.close();
        assertThatThrownBy(writer::flush).isInstanceOf(IOException.class).hasMessageContaining("x.mcap is closed");
    }

    @Test
    void missingFolderIsAnErrorThatNamesTheFile() {
        Path file = folder.resolve("no/such/x.mcap");
        assertThatThrownBy(() -> new McapWriter(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> McapReader.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void fullDiskIsAnErrorThatNamesTheFileAndSpoilsTheWriter() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "needs /dev/full (Linux)");
        McapWriter writer = new McapWriter(full);
        assertThatThrownBy(writer::flush)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't write /dev/full: No space left on device after byte 0");
        assertThatThrownBy(writer::flush)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("failed to write before");
        writer.close();
    }

    @Test
    void otherFilesAreRefusedByName() throws IOException {
        Path file = folder.resolve("x.zip");
        for (byte[] content : List.of(new byte[0], new byte[] {0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0})) {
            Files.write(file, content);
            assertThatThrownBy(() -> McapReader.open(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("x.zip is not an MCAP file")
                    .hasMessageContaining("it has " + content.length + " bytes")
                    .hasMessageContaining(content.length == 0 ? "nothing" : "50 4b 03 04");
        }
        assertThatThrownBy(() -> McapReader.open(folder)).isInstanceOf(IOException.class);
    }
}
