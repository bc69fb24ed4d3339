package org.teleost.trace;

/**
 * A part of an MCAP file that could not be used.
 *
 * @param kind what is wrong
 * @param offset first byte concerned
 * @param length bytes concerned
 * @param startTime earliest log time that is missing, -1 when unknown
 * @param endTime latest log time that is missing, -1 when unknown
 * @param messages messages missing, -1 when unknown
 * @param text explanation with numbers
 */
public record McapDamage(
        Kind kind, long offset, long length, long startTime, long endTime, long messages, String text) {

    /** What is wrong. */
    public enum Kind {
        /** The file ends without a footer: it is being written, or the writer was stopped. Nothing need be missing. */
        NO_FOOTER,
        /** The summary section is unusable; the file was scanned instead. Nothing need be missing. */
        SUMMARY,
        /** A chunk failed its checksum, is malformed or compressed in an unknown way; its messages are left out. */
        CHUNK,
        /** Bytes that are no records; reading went on at the next chunk. */
        GAP,
        /** The last record is incomplete. */
        TORN_TAIL,
        /** Messages whose channel is described nowhere. */
        UNKNOWN_CHANNEL,
        /** A schema, channel, metadata or message record is malformed or not protected by a checksum. */
        RECORD,
        /** The checksum of the data section does not match; found by {@link McapReader#verify} only. */
        DATA_CHECKSUM,
        /** More damage was found than is listed. */
        MORE
    }

    static McapDamage of(Kind kind, long offset, long length, String text) {
        return new McapDamage(kind, offset, length, -1, -1, -1, text);
    }
}
