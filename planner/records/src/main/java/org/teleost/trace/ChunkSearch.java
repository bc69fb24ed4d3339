package org.teleost.trace;

import java.io.IOException;

/** Finds a place to go on where the sequence of records is broken. */
final class ChunkSearch {
    private static final int BLOCK = 1 << 14;
    private static final int LONGEST_COMPRESSION_NAME = 16;
    private static final int HEAD = McapFormat.PREFIX + McapFormat.CHUNK_FIXED + LONGEST_COMPRESSION_NAME;

    private final TraceFile file;
    private long wastedBytes;

    ChunkSearch(TraceFile file) {
        this.file = file;
    }

    /** True when a record with a known opcode starts here and ends inside the file. */
    boolean recordFits(long at) throws IOException {
        if (file.size() - at < McapFormat.PREFIX) {
            return false;
        }
        RecordView prefix = new RecordView(file.read(at, McapFormat.PREFIX));
        byte opcode = (byte) prefix.u8();
        long length = prefix.u64();
        return McapFormat.isOpcode(opcode) && length >= 0 && length <= file.size() - at - McapFormat.PREFIX;
    }

    /** Offset of the first chunk that starts in [from, to) and whose CRC holds, -1 when there is none. */
    long nextIntact(long from, long to) throws IOException {
        long at = next(from, to);
        // wrong candidates cost a checksum each; a hostile file could nest them
        while (at >= 0 && wastedBytes <= 4 * file.size()) {
            long length = McapFormat.PREFIX + new RecordView(file.read(at + 1, 8)).u64();
            try {
                McapSection.chunkRecords(file, at, length);
                return at;
            } catch (DamagedRecordException e) {
                wastedBytes += length;
                at = next(at + 1, to);
            }
        }
        return -1;
    }

    /** Offset of the first complete chunk record, intact or not, that starts in [from, to), -1 when there is none. */
    long next(long from, long to) throws IOException {
        long last = Math.min(to - 1, file.size() - McapFormat.PREFIX - McapFormat.CHUNK_FIXED);
        for (long start = from; start <= last; start += BLOCK) {
            int count = (int) Math.min(BLOCK, last + 1 - start);
            byte[] bytes = file.read(start, count + (long) McapFormat.PREFIX);
            for (int i = 0; i < count; i++) {
                // a length has its three highest bytes zero, which turns most candidates away at once
                if (bytes[i] == McapFormat.CHUNK
                        && (bytes[i + 6] | bytes[i + 7] | bytes[i + 8]) == 0
                        && isChunk(start + i)) {
                    return start + i;
                }
            }
        }
        return -1;
    }

    /** A chunk's record length is tied to its records' length: content = 40 + name + records, equal in 64 bits. */
    private boolean isChunk(long at) throws IOException {
        long available = file.size() - at;
        RecordView head = new RecordView(file.read(at, Math.min(available, HEAD)));
        head.u8();
        long content = head.u64();
        if (content < McapFormat.CHUNK_FIXED || content > available - McapFormat.PREFIX) {
            return false;
        }
        head.view(28);
        long name = head.u32();
        if (name > LONGEST_COMPRESSION_NAME || name > content - McapFormat.CHUNK_FIXED) {
            return false;
        }
        head.view((int) name);
        return head.u64() == content - McapFormat.CHUNK_FIXED - name;
    }
}
