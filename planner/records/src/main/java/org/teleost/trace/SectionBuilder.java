package org.teleost.trace;

import java.util.TreeSet;

/** Counts the messages of a chunk or of a run of loose messages while a file is scanned. */
final class SectionBuilder {
    private final McapContents contents;
    private TreeSet<Integer> channels = new TreeSet<>();
    private long offset;
    private long length;
    private long startTime;
    private long endTime;
    private long messages;

    SectionBuilder(McapContents contents) {
        this.contents = contents;
    }

    /** Bytes of the run so far. */
    long length() {
        return length;
    }

    /** Adds a loose message record, {@code content} being its fixed fields; false when its channel is unknown. */
    boolean message(long at, long bytes, RecordView content) throws DamagedRecordException {
        int channel = content.u16();
        content.u32();
        long time = content.u64();
        content.u64();
        if (!contents.knows(channel, at)) {
            finish(false);
            return false;
        }
        if (messages == 0) {
            offset = at;
        }
        length = at + bytes - offset;
        count(channel, time);
        return true;
    }

    private void count(int channel, long time) {
        startTime = messages == 0 || Long.compareUnsigned(time, startTime) < 0 ? time : startTime;
        endTime = messages == 0 || Long.compareUnsigned(time, endTime) > 0 ? time : endTime;
        channels.add(channel);
        messages++;
    }

    /** Adds a chunk whose CRC holds; descriptions inside are better than those outside, which have no CRC. */
    void chunk(long at, long bytes, RecordView records) {
        offset = at;
        length = bytes;
        try {
            while (records.remaining() > 0) {
                int opcode = records.u8();
                RecordView record = records.view(records.length64());
                if (opcode == McapFormat.SCHEMA || opcode == McapFormat.CHANNEL) {
                    describe(opcode, record, true);
                } else if (opcode == McapFormat.MESSAGE) {
                    int channel = record.u16();
                    record.u32();
                    long time = record.u64();
                    record.u64();
                    if (contents.knows(channel, at)) {
                        count(channel, time);
                    }
                }
            }
        } catch (DamagedRecordException e) {
            contents.damaged(McapDamage.Kind.CHUNK, at, bytes, "malformed inside: " + e.getMessage());
        }
        finish(true);
    }

    /** Keeps a schema or channel; of several with one id the first, unless a later one is protected by a CRC. */
    void describe(int opcode, RecordView record, boolean better) throws DamagedRecordException {
        if (opcode == McapFormat.SCHEMA) {
            McapSchema schema = McapSchema.read(record);
            if (schema.id() != 0 && (better || !contents.schemas.containsKey(schema.id()))) {
                contents.schemas.put(schema.id(), schema);
            }
        } else {
            McapChannel channel = McapChannel.read(record);
            if (better || !contents.channels.containsKey(channel.id())) {
                contents.channels.put(channel.id(), channel);
            }
        }
    }

    /** Ends the section, if one has begun. */
    void finish(boolean chunk) {
        if (messages > 0) {
            contents.sections.add(new McapSection(chunk, offset, length, startTime, endTime, messages, channels));
            channels = new TreeSet<>();
        }
        messages = 0;
        length = 0;
    }
}
