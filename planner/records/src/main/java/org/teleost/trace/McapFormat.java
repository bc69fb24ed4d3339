package org.teleost.trace;

/**
 * Constants of the MCAP format, https://mcap.dev/spec: {@code magic header data-section summary-section
 * summary-offset-section footer magic}; every record is {@code opcode:u8 length:u64 content}, all little endian.
 */
final class McapFormat {
    static final byte HEADER = 0x01;
    static final byte FOOTER = 0x02;
    static final byte SCHEMA = 0x03;
    static final byte CHANNEL = 0x04;
    static final byte MESSAGE = 0x05;
    static final byte CHUNK = 0x06;
    static final byte MESSAGE_INDEX = 0x07;
    static final byte CHUNK_INDEX = 0x08;
    static final byte ATTACHMENT = 0x09;
    static final byte ATTACHMENT_INDEX = 0x0A;
    static final byte STATISTICS = 0x0B;
    static final byte METADATA = 0x0C;
    static final byte METADATA_INDEX = 0x0D;
    static final byte SUMMARY_OFFSET = 0x0E;
    static final byte DATA_END = 0x0F;

    /** Bytes of opcode and length. */
    static final int PREFIX = 9;

    static final int MAGIC_LENGTH = 8;

    /** Footer record with its prefix: two offsets and a CRC. */
    static final int FOOTER_LENGTH = PREFIX + 8 + 8 + 4;

    /** Data-end record with its prefix: one CRC. */
    static final int DATA_END_LENGTH = PREFIX + 4;

    /** Content of a chunk record but for the compression's name and the records: times, size, CRC, two lengths. */
    static final int CHUNK_FIXED = 8 + 8 + 8 + 4 + 4 + 8;

    /** Content of a message record before its data: channel, sequence, two times. */
    static final int MESSAGE_FIXED = 2 + 4 + 8 + 8;

    /** Content of a message index record before its entries, and one entry. */
    static final int MESSAGE_INDEX_FIXED = 2 + 4;

    static final int MESSAGE_INDEX_ENTRY = 8 + 8;

    /** Largest record read into memory; a length beyond it is reported, never allocated. */
    static final int MAX_RECORD = 128 << 20;

    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', 0x30, '\r', '\n'};

    private McapFormat() {}

    static byte[] magic() {
        return MAGIC.clone();
    }

    /** True when the eight bytes at {@code from} are the magic. */
    static boolean isMagic(byte[] bytes, int from) {
        for (int i = 0; i < MAGIC_LENGTH; i++) {
            if (from + i >= bytes.length || bytes[from + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** True for opcodes that the standard defines or leaves to applications (0x80 and above). */
    static boolean isOpcode(byte opcode) {
        return opcode >= HEADER && opcode <= DATA_END || opcode < 0;
    }
}
