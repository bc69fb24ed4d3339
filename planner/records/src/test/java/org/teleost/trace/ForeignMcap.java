package org.teleost.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An MCAP writer that shares no code with ours, straight from the specification, in which every optional part can be
 * left out, as tools leave their files.
 */
final class ForeignMcap {
    /** What a writer may leave out. */
    enum Part {
        CHUNKS,
        MESSAGE_INDEX,
        CHUNK_INDEX,
        STATISTICS,
        METADATA_INDEX,
        REPEATED_SCHEMAS,
        REPEATED_CHANNELS,
        SUMMARY
    }

    private record Message(int channel, long time, String text) {}

    private final Set<Part> parts;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> schemas = new ArrayList<>();
    private final List<byte[]> channels = new ArrayList<>();
    private final List<byte[]> chunkIndexes = new ArrayList<>();
    private final List<byte[]> metadataIndexes = new ArrayList<>();
    private final List<Message> pending = new ArrayList<>();
    private long messages;
    private long first;
    private long last;

    ForeignMcap(Set<Part> parts) {
        this.parts = parts;
        magic();
        out.writeBytes(record(0x01, bytes(text(""), text("another writer"))));
    }

    static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    private void magic() {
        out.writeBytes(new byte[] {(byte) 0x89, 'M', 'C', 'A', 'P', 0x30, '\r', '\n'});
    }

    private static byte[] number(int count, long value) {
        ByteBuffer buffer =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        byte[] result = new byte[count];
        buffer.get(0, result);
        return result;
    }

    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return bytes(number(4, utf8.length), utf8);
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] record(int opcode, byte[] content) {
        return bytes(new byte[] {(byte) opcode}, number(8, content.length), content);
    }

    int schema(String name) {
        int id = schemas.size() + 1;
        schemas.add(record(0x03, bytes(number(2, id), text(name), text("jsonschema"), text("{}"))));
        out.writeBytes(schemas.get(id - 1));
        return id;
    }

    int channel(int schema, String topic) {
        int id = channels.size() + 1;
        channels.add(record(0x04, bytes(number(2, id), number(2, schema), text(topic), text("json"), text(""))));
        out.writeBytes(channels.get(id - 1));
        return id;
    }

    void metadata(String name, Map<String, String> entries) {
        byte[] map = new byte[0];
        for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
            map = bytes(map, text(entry.getKey()), text(entry.getValue()));
        }
        byte[] record = record(0x0C, bytes(text(name), number(4, map.length), map));
        metadataIndexes.add(record(0x0D, bytes(number(8, out.size()), number(8, record.length), text(name))));
        out.writeBytes(record);
    }

    void message(int channel, long time, String text) {
        pending.add(new Message(channel, time, text));
    }

    /** Ends a chunk. */
    void flush() {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        Map<Integer, byte[]> indexes = new TreeMap<>();
        long from = 0;
        long to = 0;
        for (Message message : pending) {
            from = records.size() == 0 || Long.compareUnsigned(message.time, from) < 0 ? message.time : from;
            to = records.size() == 0 || Long.compareUnsigned(message.time, to) > 0 ? message.time : to;
            indexes.merge(
                    message.channel, bytes(number(8, message.time), number(8, records.size())), (a, b) -> bytes(a, b));
            records.writeBytes(record(
                    0x05,
                    bytes(
                            number(2, message.channel),
                            number(4, 0),
                            number(8, message.time),
                            number(8, message.time),
                            message.text.getBytes(StandardCharsets.UTF_8))));
        }
        messages += pending.size();
        first = Long.compareUnsigned(from, first) < 0 ? from : first;
        last = Long.compareUnsigned(to, last) > 0 ? to : last;
        pending.clear();
        if (!parts.contains(Part.CHUNKS)) {
            out.writeBytes(records.toByteArray());
            return;
        }
        byte[] chunk = record(
                0x06,
                bytes(
                        number(8, from),
                        number(8, to),
                        number(8, records.size()),
                        number(4, 0),
                        text(""),
                        number(8, records.size()),
                        records.toByteArray()));
        long at = out.size();
        out.writeBytes(chunk);
        byte[] offsets = new byte[0];
        long indexStart = out.size();
        if (parts.contains(Part.MESSAGE_INDEX)) {
            for (Map.Entry<Integer, byte[]> index : indexes.entrySet()) {
                offsets = bytes(offsets, number(2, index.getKey()), number(8, out.size()));
                byte[] entries = index.getValue();
                out.writeBytes(record(0x07, bytes(number(2, index.getKey()), number(4, entries.length), entries)));
            }
        }
        chunkIndexes.add(record(
                0x08,
                bytes(
                        number(8, from),
                        number(8, to),
                        number(8, at),
                        number(8, chunk.length),
                        number(4, offsets.length),
                        offsets,
                        number(8, out.size() - indexStart),
                        text(""),
                        number(8, records.size()),
                        number(8, records.size()))));
    }

    void write(Path file) throws IOException {
        out.writeBytes(record(0x0F, number(4, 0)));
        long summary = out.size();
        if (parts.contains(Part.SUMMARY)) {
            add(Part.REPEATED_SCHEMAS, schemas);
            add(Part.REPEATED_CHANNELS, channels);
            add(Part.CHUNK_INDEX, chunkIndexes);
            add(Part.METADATA_INDEX, metadataIndexes);
            byte[] counts = bytes(
                    number(8, messages),
                    number(2, schemas.size()),
                    number(4, channels.size()),
                    number(4, 0),
                    number(4, metadataIndexes.size()),
                    number(4, chunkIndexes.size()),
                    number(8, first),
                    number(8, last),
                    number(4, 0));
            add(Part.STATISTICS, List.of(record(0x0B, counts)));
        }
        long start = out.size() == summary ? 0 : summary;
        out.writeBytes(record(0x02, bytes(number(8, start), number(8, 0), number(4, 0))));
        magic();
        Files.write(file, out.toByteArray());
    }

    private void add(Part part, List<byte[]> records) {
        if (parts.contains(part)) {
            records.forEach(out::writeBytes);
        }
    }
}
