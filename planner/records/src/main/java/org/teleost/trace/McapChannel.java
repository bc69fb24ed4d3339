package org.teleost.trace;

import java.util.Map;

/**
 * A stream of messages on one topic.
 *
 * @param id 0 to 65535, unique in the file
 * @param schemaId schema of its messages, 0 for none
 * @param topic for example {@code /step}; several channels may share one
 * @param messageEncoding {@code json} for what Teleost writes
 * @param metadata anything else the writer said
 */
public record McapChannel(int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata) {
    public McapChannel {
        metadata = Map.copyOf(metadata);
    }

    static McapChannel read(RecordView record) throws DamagedRecordException {
        return new McapChannel(record.u16(), record.u16(), record.string(), record.string(), record.map());
    }

    void write(RecordBuffer out) {
        out.begin(McapFormat.CHANNEL);
        out.u16(id);
        out.u16(schemaId);
        out.string(topic);
        out.string(messageEncoding);
        out.map(metadata);
        out.end();
    }
}
