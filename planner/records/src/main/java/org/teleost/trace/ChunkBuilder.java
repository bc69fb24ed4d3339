package org.teleost.trace;

import java.util.Map;
import java.util.TreeMap;

/** The chunk being filled: its records and, per channel, the times and offsets of its messages. */
final class ChunkBuilder {
    private final RecordBuffer records = new RecordBuffer();
    private final Map<Integer, RecordBuffer> entries = new TreeMap<>();
    private long startTime = Long.MAX_VALUE;
    private long endTime = Long.MIN_VALUE;

    int size() {
        return records.size();
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    /**
     * Adds a message. The first message of a channel brings the channel and its schema along, so that every chunk can
     * be read when nothing else of the file is left.
     */
    void add(McapChannel channel, McapSchema schema, long sequence, long logTime, byte[] data) {
        RecordBuffer index = entries.get(channel.id());
        if (index == null) {
            index = new RecordBuffer();
            entries.put(channel.id(), index);
            if (schema != null) {
                schema.write(records);
            }
            channel.write(records);
        }
        index.u64(logTime);
        index.u64(records.size());
        records.begin(McapFormat.MESSAGE);
        records.u16(channel.id());
        records.u32(sequence);
        records.u64(logTime);
        records.u64(logTime);
        records.bytes(data, data.length);
        records.end();
        startTime = Math.min(startTime, logTime);
        endTime = Math.max(endTime, logTime);
    }

    /**
     * Appends the chunk record and its message indexes to {@code out} and starts over.
     *
     * @param base offset in the file of the first byte of {@code out}
     */
    ChunkIndex moveTo(RecordBuffer out, long base) {
        long offset = base + out.size();
        out.begin(McapFormat.CHUNK);
        out.u64(startTime);
        out.u64(endTime);
        out.u64(records.size());
        out.u32(records.crc());
        out.string("");
        out.u64(records.size());
        out.bytes(records.array(), records.size());
        out.end();
        long length = base + out.size() - offset;
        Map<Integer, Long> indexOffsets = new TreeMap<>();
        entries.forEach((channel, index) -> {
            indexOffsets.put(channel, base + out.size());
            out.begin(McapFormat.MESSAGE_INDEX);
            out.u16(channel);
            out.u32(index.size());
            out.bytes(index.array(), index.size());
            out.end();
        });
        long indexLength = base + out.size() - offset - length;
        ChunkIndex result = new ChunkIndex(
                startTime, endTime, offset, length, indexOffsets, indexLength, "", records.size(), records.size());
        clear();
        return result;
    }

    private void clear() {
        records.clear();
        entries.clear();
        startTime = Long.MAX_VALUE;
        endTime = Long.MIN_VALUE;
    }
}
