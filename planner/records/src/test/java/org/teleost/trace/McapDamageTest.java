package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file under test has chunks of messages 0-9, 10-19, ..., 40-49. */
class McapDamageTest {
    private static final int COUNT = 50;

    @TempDir
    Path folder;

    private Path file;
    private byte[] intact;
    private List<ChunkIndex> chunks;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("a.mcap");
        McapFiles.write(file, COUNT, 10);
        intact = Files.readAllBytes(file);
        chunks = McapFiles.chunkIndexes(file);
    }

    private static List<String> allBut(int from, int to) {
        List<String> texts = McapFiles.expected(0, from);
        texts.addAll(McapFiles.expected(to, COUNT));
        return texts;
    }

    private static byte[] join(byte[]... parts) {
        RecordBuffer all = new RecordBuffer();
        for (byte[] part : parts) {
            all.bytes(part, part.length);
        }
        return Arrays.copyOf(all.array(), all.size());
    }

    private byte[] slice(long from, long to) {
        return Arrays.copyOfRange(intact, (int) from, (int) to);
    }

    @Test
    void flippedBitCostsOneChunkAndIsReported() throws IOException {
        ChunkIndex second = chunks.get(1);
        intact[(int) (second.offset() + second.length() - 3)] ^= 0x10;
        Files.write(file, intact);
        try (McapReader reader = McapReader.open(file)) {
            assertThat(reader.indexed()).isTrue();
            assertThat(McapFiles.texts(reader.messages())).isEqualTo(allBut(10, 20));
            assertThat(McapFiles.texts(reader.messages())).isEqualTo(allBut(10, 20));
            assertThat(reader.damage()).hasSize(1);
            McapDamage damage = reader.damage().get(0);
            assertThat(damage.kind()).isEqualTo(McapDamage.Kind.CHUNK);
            assertThat(damage.offset()).isEqualTo(second.offset());
            assertThat(damage.startTime()).isEqualTo(100);
            assertThat(damage.endTime()).isEqualTo(190);
            assertThat(damage.messages()).isEqualTo(10);
            assertThat(damage.text()).contains("CRC32");
            assertThat(reader.verify()).extracting(McapDamage::kind).contains(McapDamage.Kind.DATA_CHECKSUM);
        }
    }

    @Test
    void erasedChecksumIsDamage() throws IOException {
        int crcAt = (int) chunks.get(1).offset() + McapFormat.PREFIX + 24;
        Arrays.fill(intact, crcAt, crcAt + 4, (byte) 0);
        Files.write(file, intact);
        assertThat(McapFiles.texts(file)).isEqualTo(allBut(10, 20));
    }

    @Test
    void flippedSummaryIsScannedAround() throws IOException {
        intact[intact.length - 60] ^= 1;
        Files.write(file, intact);
        try (McapReader reader = McapReader.open(file)) {
            assertThat(reader.indexed()).isFalse();
            assertThat(McapFiles.texts(reader.messages())).isEqualTo(McapFiles.expected(0, COUNT));
            assertThat(reader.damage()).extracting(McapDamage::kind).containsExactly(McapDamage.Kind.SUMMARY);
            assertThat(reader.messageCount()).isEqualTo(COUNT);
        }
    }

    @Test
    void tornTailKeepsFinishedChunks() throws IOException {
        ChunkIndex last = chunks.get(4);
        Files.write(file, slice(0, last.offset() + 40));
        try (McapReader reader = McapReader.open(file)) {
            assertThat(McapFiles.texts(reader.messages())).isEqualTo(McapFiles.expected(0, 40));
            assertThat(reader.damage())
                    .extracting(McapDamage::kind)
                    .containsExactly(McapDamage.Kind.NO_FOOTER, McapDamage.Kind.TORN_TAIL);
            assertThat(reader.damage().get(1).offset()).isEqualTo(last.offset());
            assertThat(reader.damage().get(1).length()).isEqualTo(40);
        }
    }

    @Test
    void bytesMissingOrAddedInOneChunkCostNoOther() throws IOException {
        ChunkIndex third = chunks.get(2);
        long middle = third.offset() + 100;
        long end = chunks.get(4).offset() + chunks.get(4).length();
        Files.write(file, join(slice(0, middle), slice(middle + 60, end)));
        assertThat(McapFiles.texts(file)).isEqualTo(allBut(20, 30));
        Files.write(file, join(slice(0, middle), new byte[5000], slice(middle, end)));
        assertThat(McapFiles.texts(file)).isEqualTo(allBut(20, 30));
    }

    @Test
    void rubbishBetweenChunksIsReportedAsGap() throws IOException {
        long at = chunks.get(1).offset();
        Files.write(
                file, join(slice(0, at), new byte[77], slice(at, chunks.get(4).offset())));
        try (McapReader reader = McapReader.open(file)) {
            assertThat(McapFiles.texts(reader.messages())).isEqualTo(McapFiles.expected(0, 40));
            assertThat(reader.damage())
                    .filteredOn(d -> d.kind() == McapDamage.Kind.GAP)
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.offset()).isEqualTo(at);
                        assertThat(gap.length()).isEqualTo(77);
                    });
        }
    }

    @Test
    void chunkAloneIsEnough() throws IOException {
        ChunkIndex fourth = chunks.get(3);
        Files.write(file, join(McapFormat.magic(), slice(fourth.offset(), fourth.offset() + fourth.length())));
        try (McapReader reader = McapReader.open(file)) {
            assertThat(McapFiles.texts(reader.messages())).isEqualTo(McapFiles.expected(30, 40));
            assertThat(reader.schemas()).extracting(McapSchema::name).containsExactly("test.Number");
        }
    }

    @Test
    void chunkedFileWithoutSummaryIsNotDamaged() throws IOException {
        RecordBuffer footer = new RecordBuffer();
        footer.begin(McapFormat.DATA_END);
        footer.u32(0);
        footer.end();
        footer.begin(McapFormat.FOOTER);
        footer.bytes(new byte[20], 20);
        footer.end();
        byte[] end = Arrays.copyOf(footer.array(), footer.size());
        for (int from : new int[] {0, McapFormat.DATA_END_LENGTH}) {
            byte[] data = slice(0, chunks.get(4).offset() + chunks.get(4).length());
            Files.write(file, join(data, Arrays.copyOfRange(end, from, end.length), McapFormat.magic()));
            try (McapReader reader = McapReader.open(file)) {
                assertThat(McapFiles.texts(reader.messages())).isEqualTo(McapFiles.expected(0, COUNT));
                assertThat(reader.verify()).isEmpty();
            }
        }
    }

    @Test
    void foreignFileWithoutChunksAndSummaryIsRead() throws IOException {
        RecordBuffer out = new RecordBuffer();
        out.bytes(McapFormat.magic(), 8);
        new McapSchema(5, "pkg/Text", "ros2msg", McapFiles.utf8("string data")).write(out);
        new McapChannel(0, 5, "/chatter", "cdr", Map.of()).write(out);
        for (int i = 0; i < 100; i++) {
            message(out, i == 50 ? 77 : 0, i);
        }
        Files.write(file, Arrays.copyOf(out.array(), out.size()));
        try (McapReader reader = McapReader.open(file)) {
            assertThat(McapFiles.texts(reader.messages("/chatter", 10, 12))).containsExactly("m10", "m11", "m12");
            assertThat(McapFiles.texts(reader.messages())).hasSize(99).doesNotContain("m50");
            assertThat(reader.messageCount()).isEqualTo(99);
            assertThat(reader.damage()).extracting(McapDamage::kind).contains(McapDamage.Kind.UNKNOWN_CHANNEL);
        }
    }

    private static void message(RecordBuffer out, int channel, int i) {
        out.begin(McapFormat.MESSAGE);
        out.u16(channel);
        out.u32(i);
        out.u64(i);
        out.u64(i);
        byte[] data = McapFiles.utf8("m" + i);
        out.bytes(data, data.length);
        out.end();
    }

    @Test
    void hostileLengthsAllocateNothing() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int opcode = 1; opcode <= 16; opcode++) {
            for (long length : new long[] {-1, Long.MAX_VALUE, Integer.MAX_VALUE, 1L << 31, 30}) {
                RecordBuffer out = new RecordBuffer();
                out.bytes(McapFormat.magic(), 8);
                out.u8(opcode);
                out.u64(length);
                // strings, maps and arrays inside claim 4 GB
                byte[] inside = new byte[30];
                Arrays.fill(inside, (byte) 0xFF);
                out.bytes(inside, 30);
                files.add(Arrays.copyOf(out.array(), out.size()));
            }
        }
        for (byte[] content : files) {
            Files.write(file, content);
            try (McapReader reader = McapReader.open(file)) {
                assertThat(reader.messages().next()).isNull();
                assertThat(reader.damage()).isNotEmpty();
            }
        }
    }

    @Test
    void chunkIndexesThatOverlapAreNotTrusted() throws IOException {
        McapContents contents = new McapContents();
        SummaryBuilder summary = new SummaryBuilder();
        chunks.forEach(summary::addChunk);
        summary.addChunk(chunks.get(2));
        RecordBuffer out = new RecordBuffer();
        long end = chunks.get(4).offset() + chunks.get(4).length();
        summary.write(out, end);
        byte[] written = Arrays.copyOf(out.array(), out.size());
        Files.write(file, join(slice(0, end), written, McapFormat.magic()));
        try (TraceFile opened = new TraceFile(file)) {
            assertThat(new SummaryReader(opened, contents).read()).isFalse();
        }
        assertThat(McapFiles.texts(file)).isEqualTo(McapFiles.expected(0, COUNT));
    }
}
