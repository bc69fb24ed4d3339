package org.teleost.trace;

import java.nio.charset.StandardCharsets;

/**
 * One message.
 *
 * @param channelId channel it belongs to
 * @param sequence the publisher's counter, 32 bits
 * @param logTime nanoseconds since an epoch of the writer's choice
 * @param publishTime nanoseconds since the same epoch
 * @param data content in the channel's encoding; a copy
 */
public record McapMessage(int channelId, long sequence, long logTime, long publishTime, byte[] data) {

    /** The content as UTF-8 text. */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }

    static McapMessage read(RecordView record) throws DamagedRecordException {
        return new McapMessage(
                record.u16(), record.u32(), record.u64(), record.u64(), record.bytes(record.remaining()));
    }
}
