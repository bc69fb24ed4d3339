package org.teleost.trace;

import java.io.IOException;
import java.util.zip.CRC32;

/** Compares the CRC of the data section with the one in its data-end record. */
final class DataCheck {
    private static final int BLOCK = 1 << 20;

    private final TraceFile file;
    private final McapContents contents;

    DataCheck(TraceFile file, McapContents contents) {
        this.file = file;
        this.contents = contents;
    }

    /** Does nothing when the writer left the sum out. */
    void run() throws IOException {
        long footer = file.size() - McapFormat.MAGIC_LENGTH - McapFormat.FOOTER_LENGTH;
        RecordView record = new RecordView(file.read(footer + McapFormat.PREFIX, 8));
        long end = record.u64() - McapFormat.DATA_END_LENGTH;
        if (end < McapFormat.MAGIC_LENGTH) {
            return;
        }
        RecordView dataEnd = new RecordView(file.read(end, McapFormat.DATA_END_LENGTH));
        if (dataEnd.u8() != McapFormat.DATA_END || dataEnd.u64() != 4) {
            contents.damaged(
                    McapDamage.Kind.RECORD, end, McapFormat.DATA_END_LENGTH, "no data-end record before the summary");
            return;
        }
        long expected = dataEnd.u32();
        if (expected != 0) {
            compare(end, expected);
        }
    }

    private void compare(long end, long expected) throws IOException {
        CRC32 crc = new CRC32();
        for (long at = 0; at < end; at += BLOCK) {
            crc.update(file.read(at, Math.min(BLOCK, end - at)));
        }
        if (crc.getValue() != expected) {
            contents.damaged(
                    McapDamage.Kind.DATA_CHECKSUM,
                    0,
                    end,
                    String.format("data CRC32 is %08x, expected %08x over %d bytes", crc.getValue(), expected, end));
        }
    }
}
