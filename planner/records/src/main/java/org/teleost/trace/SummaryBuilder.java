package org.teleost.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects what the summary section repeats and counts, and writes it with its offsets and the footer. */
final class SummaryBuilder {
    private record MetadataEntry(long offset, long length, String name) {}

    final Map<Integer, McapSchema> schemas = new LinkedHashMap<>();
    final Map<Integer, McapChannel> channels = new LinkedHashMap<>();
    private final List<ChunkIndex> chunks = new ArrayList<>();
    private final List<MetadataEntry> metadata = new ArrayList<>();
    private final Map<Integer, Long> messages = new TreeMap<>();

    void addChunk(ChunkIndex chunk) {
        chunks.add(chunk);
    }

    void addMetadata(long offset, long length, String name) {
        metadata.add(new MetadataEntry(offset, length, name));
    }

    void countMessage(int channel) {
        messages.merge(channel, 1L, Long::sum);
    }

    /**
     * Writes summary section, summary offset section and footer into the empty buffer {@code out}.
     *
     * @param base offset in the file of the first byte of {@code out}
     */
    void write(RecordBuffer out, long base) {
        RecordBuffer offsets = new RecordBuffer();
        group(McapFormat.SCHEMA, out, base, offsets, to -> schemas.values().forEach(schema -> schema.write(to)));
        group(McapFormat.CHANNEL, out, base, offsets, to -> channels.values().forEach(channel -> channel.write(to)));
        group(McapFormat.STATISTICS, out, base, offsets, this::statistics);
        group(McapFormat.CHUNK_INDEX, out, base, offsets, to -> chunks.forEach(chunk -> chunk.write(to)));
        group(McapFormat.METADATA_INDEX, out, base, offsets, this::metadataIndexes);
        long offsetStart = base + out.size();
        out.bytes(offsets.array(), offsets.size());
        // the footer's CRC covers the footer up to itself, length included: put the final length before taking it
        out.u8(McapFormat.FOOTER);
        out.u64(McapFormat.FOOTER_LENGTH - McapFormat.PREFIX);
        out.u64(base);
        out.u64(offsetStart);
        out.u32(out.crc());
    }

    private static void group(
            byte opcode, RecordBuffer out, long base, RecordBuffer offsets, Consumer<RecordBuffer> records) {
        int start = out.size();
        records.accept(out);
        if (out.size() > start) {
            offsets.begin(McapFormat.SUMMARY_OFFSET);
            offsets.u8(opcode);
            offsets.u64(base + start);
            offsets.u64(out.size() - start);
            offsets.end();
        }
    }

    private void statistics(RecordBuffer out) {
        long first = chunks.stream().mapToLong(ChunkIndex::startTime).min().orElse(0);
        long last = chunks.stream().mapToLong(ChunkIndex::endTime).max().orElse(0);
        out.begin(McapFormat.STATISTICS);
        out.u64(messages.values().stream().mapToLong(Long::longValue).sum());
        out.u16(schemas.size());
        out.u32(channels.size());
        out.u32(0);
        out.u32(metadata.size());
        out.u32(chunks.size());
        out.u64(first);
        out.u64(last);
        out.u32(10L * messages.size());
        messages.forEach((channel, count) -> {
            out.u16(channel);
            out.u64(count);
        });
        out.end();
    }

    private void metadataIndexes(RecordBuffer out) {
        for (MetadataEntry entry : metadata) {
            out.begin(McapFormat.METADATA_INDEX);
            out.u64(entry.offset());
            out.u64(entry.length());
            out.string(entry.name());
            out.end();
        }
    }
}
