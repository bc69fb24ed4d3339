package org.teleost.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small MCAP files for tests. */
final class McapFiles {
    static final String TOPIC = "/numbers";

    private McapFiles() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text of message {@code i}; lengths differ. */
    static String text(int i) {
        return "{\"i\":" + i + ",\"pad\":\"" + "x".repeat(i * 7 % 23) + "\"}";
    }

    /** Writes {@code count} messages at times 0, 10, 20, ..., a chunk every {@code perChunk}; does not close. */
    static McapWriter writeOpen(Path file, int count, int perChunk) throws IOException {
        McapWriter writer = new McapWriter(file);
        writer.metadata("about", Map.of("b", "2", "a", "1"));
        int schema = writer.addSchema("test.Number", "jsonschema", utf8("{\"type\":\"object\"}"));
        int channel = writer.addChannel(schema, TOPIC, "json", Map.of("unit", "none"));
        writer.flush();
        for (int i = 0; i < count; i++) {
            writer.write(channel, i, i * 10L, utf8(text(i)));
            if ((i + 1) % perChunk == 0) {
                writer.flush();
            }
        }
        return writer;
    }

    static void write(Path file, int count, int perChunk) throws IOException {
        writeOpen(file, count, perChunk).close();
    }

    static List<String> texts(McapCursor cursor) throws IOException {
        List<String> texts = new ArrayList<>();
        for (McapMessage message = cursor.next(); message != null; message = cursor.next()) {
            texts.add(message.text());
        }
        return texts;
    }

    /** All messages of a file, which is opened and closed. */
    static List<String> texts(Path file) throws IOException {
        try (McapReader reader = McapReader.open(file)) {
            return texts(reader.messages());
        }
    }

    /** The texts of messages from (included) to (excluded). */
    static List<String> expected(int from, int to) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    /** Chunk indexes as the summary section holds them. */
    static List<ChunkIndex> chunkIndexes(Path path) throws IOException {
        List<ChunkIndex> result = new ArrayList<>();
        try (TraceFile file = new TraceFile(path)) {
            long footer = file.size() - McapFormat.MAGIC_LENGTH - McapFormat.FOOTER_LENGTH;
            long start = new RecordView(file.read(footer + McapFormat.PREFIX, 8)).u64();
            RecordView summary = new RecordView(file.read(start, footer - start));
            while (summary.remaining() > 0) {
                int opcode = summary.u8();
                RecordView record = summary.view(summary.length64());
                if (opcode == McapFormat.CHUNK_INDEX) {
                    result.add(ChunkIndex.read(record));
                }
            }
        }
        return result;
    }
}
