package org.teleost.trace;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a chunk lies and what it covers; the summary section holds one per chunk.
 *
 * @param startTime earliest log time in the chunk, nanoseconds
 * @param endTime latest log time
 * @param offset byte offset of the chunk record in the file
 * @param length bytes of the chunk record with its prefix
 * @param indexOffsets channel id to the offset of its message index; empty when the chunk has none
 * @param indexLength bytes of all message indexes of the chunk
 * @param compression empty for none
 * @param compressedSize bytes of the records as stored
 * @param size bytes of the records
 */
record ChunkIndex(
        long startTime,
        long endTime,
        long offset,
        long length,
        Map<Integer, Long> indexOffsets,
        long indexLength,
        String compression,
        long compressedSize,
        long size) {

    /** Messages in the chunk as its message indexes' length tells, -1 when it has none. */
    long messages() {
        long fixed = (long) (McapFormat.PREFIX + McapFormat.MESSAGE_INDEX_FIXED) * indexOffsets.size();
        return indexOffsets.isEmpty() || indexLength < fixed
                ? -1
                : (indexLength - fixed) / McapFormat.MESSAGE_INDEX_ENTRY;
    }

    static ChunkIndex read(RecordView record) throws DamagedRecordException {
        long startTime = record.u64();
        long endTime = record.u64();
        long offset = record.u64();
        long length = record.u64();
        RecordView entries = record.view(record.length32());
        Map<Integer, Long> offsets = new TreeMap<>();
        while (entries.remaining() > 0) {
            offsets.put(entries.u16(), entries.u64());
        }
        return new ChunkIndex(
                startTime, endTime, offset, length, offsets, record.u64(), record.string(), record.u64(), record.u64());
    }

    void write(RecordBuffer out) {
        out.begin(McapFormat.CHUNK_INDEX);
        out.u64(startTime);
        out.u64(endTime);
        out.u64(offset);
        out.u64(length);
        out.u32(10L * indexOffsets.size());
        indexOffsets.forEach((channel, at) -> {
            out.u16(channel);
            out.u64(at);
        });
        out.u64(indexLength);
        out.string(compression);
        out.u64(compressedSize);
        out.u64(size);
        out.end();
    }
}
