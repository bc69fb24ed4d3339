package org.teleost.trace;

import java.io.IOException;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A stretch of the file that holds messages: a chunk, or a run of message records outside chunks.
 *
 * @param chunk whether it is a chunk record
 * @param offset first byte, of the chunk's prefix if it is a chunk
 * @param length bytes
 * @param startTime earliest log time, unsigned
 * @param endTime latest log time, unsigned
 * @param messages number of messages, -1 when unknown
 * @param channels channels that occur; empty when unknown
 */
record McapSection(
        boolean chunk, long offset, long length, long startTime, long endTime, long messages, Set<Integer> channels) {

    static McapSection of(ChunkIndex index) {
        return new McapSection(
                true,
                index.offset(),
                index.length(),
                index.startTime(),
                index.endTime(),
                index.messages(),
                index.indexOffsets().keySet());
    }

    /** True when a message of the channels (null for all) in the time range, both ends included, may be here. */
    boolean mayHold(Set<Integer> wanted, long from, long to) {
        if (Long.compareUnsigned(endTime, from) < 0 || Long.compareUnsigned(startTime, to) > 0) {
            return false;
        }
        return wanted == null || channels.isEmpty() || channels.stream().anyMatch(wanted::contains);
    }

    /** Reads the records inside and checks their CRC. */
    RecordView load(TraceFile file) throws IOException {
        return chunk ? chunkRecords(file, offset, length) : new RecordView(file.read(offset, length));
    }

    /** The records inside the chunk record at {@code offset}; throws when malformed or when the CRC differs. */
    static RecordView chunkRecords(TraceFile file, long offset, long length) throws IOException {
        byte[] bytes = file.read(offset, length);
        RecordView record = new RecordView(bytes);
        if (record.u8() != McapFormat.CHUNK || record.u64() != bytes.length - McapFormat.PREFIX) {
            throw new DamagedRecordException("no chunk record of " + bytes.length + " bytes here");
        }
        // the CRC does not cover the header: start and end time are not used, the size is compared
        record.view(16);
        long size = record.u64();
        long expected = record.u32();
        String compression = record.string();
        RecordView records = plain(file, compression, record.view(record.length64()), size);
        CRC32 crc = new CRC32();
        crc.update(records.array(), records.position(), records.remaining());
        // 0 means "no CRC" in MCAP; this package's writer always puts one, so there 0 is damage
        if (crc.getValue() != expected && (expected != 0 || file.hasChecksums())) {
            throw new DamagedRecordException(String.format(
                    "chunk CRC32 is %08x, expected %08x over %d bytes", crc.getValue(), expected, records.remaining()));
        }
        return records;
    }

    private static RecordView plain(TraceFile file, String compression, RecordView content, long size)
            throws IOException {
        if (Decompression.isKnown(compression)) {
            return new RecordView(Decompression.decompress(file, compression, content, size));
        }
        if (!compression.isEmpty()) {
            throw new DamagedRecordException("compression=" + compression + " is not known");
        }
        if (size != content.remaining()) {
            throw new DamagedRecordException(
                    "chunk says it has " + Long.toUnsignedString(size) + " bytes but has " + content.remaining());
        }
        return content;
    }
}
