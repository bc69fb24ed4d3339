package org.teleost.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Opens a finished file from its end: footer, then summary section, nothing else. Refuses (returns false) whatever is
 * not beyond doubt; the caller then scans.
 */
final class SummaryReader {
    private final TraceFile file;
    private final McapContents contents;
    private final List<ChunkIndex> chunks = new ArrayList<>();
    private final List<long[]> metadata = new ArrayList<>();
    private long messages = -1;
    private long chunkCount;
    private long schemaCount;
    private long channelCount;
    private long metadataCount;

    SummaryReader(TraceFile file, McapContents contents) {
        this.file = file;
        this.contents = contents;
    }

    /** True when {@code contents} is complete; on false it holds rubbish but for its damage list. */
    boolean read() throws IOException {
        int tail = McapFormat.FOOTER_LENGTH + McapFormat.MAGIC_LENGTH;
        long footerAt = file.size() - tail;
        if (footerAt < McapFormat.MAGIC_LENGTH || !McapFormat.isMagic(file.read(footerAt, tail), tail - 8)) {
            contents.damaged(
                    McapDamage.Kind.NO_FOOTER,
                    file.size(),
                    0,
                    "no footer at the end of " + file.size() + " bytes: still being written, or cut off");
            return false;
        }
        try {
            RecordView footer = new RecordView(file.read(footerAt, McapFormat.FOOTER_LENGTH));
            if (footer.u8() != McapFormat.FOOTER || footer.u64() != McapFormat.FOOTER_LENGTH - McapFormat.PREFIX) {
                throw new DamagedRecordException("no footer record before the closing magic");
            }
            long start = footer.u64();
            if (start == 0) {
                return false;
            }
            parse(summary(start, footerAt));
            return complete();
        } catch (DamagedRecordException e) {
            contents.damaged(McapDamage.Kind.SUMMARY, footerAt, tail, "summary unusable: " + e.getMessage());
            return false;
        }
    }

    /** Bytes from the summary's start up to the footer, checked by the footer's CRC. */
    private RecordView summary(long start, long footerAt) throws IOException {
        if (start < McapFormat.MAGIC_LENGTH || start > footerAt) {
            throw new DamagedRecordException(
                    "summary_start=" + Long.toUnsignedString(start) + " is not between 8 and " + footerAt);
        }
        byte[] bytes = file.read(start, footerAt - start + McapFormat.FOOTER_LENGTH);
        int covered = bytes.length - 4;
        long expected = new RecordView(bytes, covered, bytes.length).u32();
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, covered);
        if (expected != 0 && crc.getValue() != expected) {
            throw new DamagedRecordException(
                    String.format("summary CRC32 is %08x, expected %08x", crc.getValue(), expected));
        }
        return new RecordView(bytes, 0, bytes.length - McapFormat.FOOTER_LENGTH);
    }

    private void parse(RecordView summary) throws DamagedRecordException {
        while (summary.remaining() > 0) {
            int opcode = summary.u8();
            RecordView record = summary.view(summary.length64());
            switch (opcode) {
                case McapFormat.SCHEMA -> {
                    McapSchema schema = McapSchema.read(record);
                    contents.schemas.put(schema.id(), schema);
                }
                case McapFormat.CHANNEL -> {
                    McapChannel channel = McapChannel.read(record);
                    contents.channels.put(channel.id(), channel);
                }
                case McapFormat.CHUNK_INDEX -> chunks.add(ChunkIndex.read(record));
                case McapFormat.METADATA_INDEX -> metadata.add(new long[] {record.u64(), record.u64()});
                case McapFormat.STATISTICS -> {
                    messages = record.u64();
                    schemaCount = record.u16();
                    channelCount = record.u32();
                    record.u32();
                    metadataCount = record.u32();
                    chunkCount = record.u32();
                }
                default -> {
                    // attachments, summary offsets and records of later versions are of no use here
                }
            }
        }
    }

    /** Takes over chunks and metadata unless the summary leaves something out (all of it is optional in MCAP). */
    private boolean complete() throws IOException {
        if (chunks.isEmpty() && messages != 0 || leavesOut()) {
            return false;
        }
        chunks.sort(Comparator.comparingLong(ChunkIndex::offset));
        long free = McapFormat.MAGIC_LENGTH;
        for (ChunkIndex chunk : chunks) {
            if (chunk.offset() < free || chunk.length() < 0 || chunk.length() > file.size() - chunk.offset()) {
                throw new DamagedRecordException("chunk index offset=" + chunk.offset() + " length=" + chunk.length()
                        + " overlaps another chunk or lies outside the file");
            }
            if (!contents.channels.keySet().containsAll(chunk.indexOffsets().keySet())) {
                return false;
            }
            free = chunk.offset() + chunk.length();
            contents.compressed |= !chunk.compression().isEmpty();
            contents.sections.add(McapSection.of(chunk));
        }
        for (long[] at : metadata) {
            readMetadata(at[0], at[1]);
        }
        contents.indexed = true;
        return true;
    }

    /** Whether the summary may not repeat everything: all of it is optional, and statistics say what there is. */
    private boolean leavesOut() {
        return messages < 0
                || chunks.size() < chunkCount
                || contents.schemas.size() < schemaCount
                || contents.channels.size() < channelCount
                || metadata.size() < metadataCount
                || contents.channels.values().stream()
                        .anyMatch(channel ->
                                channel.schemaId() != 0 && !contents.schemas.containsKey(channel.schemaId()));
    }

    private void readMetadata(long offset, long length) throws IOException {
        try {
            RecordView record = new RecordView(file.read(offset, length));
            if (record.u8() != McapFormat.METADATA) {
                throw new DamagedRecordException("no metadata record at the place that the summary names");
            }
            RecordView content = record.view(record.length64());
            contents.describe(content.string(), content.map());
        } catch (DamagedRecordException e) {
            contents.damaged(McapDamage.Kind.RECORD, offset, length, "metadata unusable: " + e.getMessage());
        }
    }
}
