package org.teleost.trace;

import java.nio.charset.StandardCharsets;

/**
 * Description of the messages of a channel.
 *
 * @param id 1 to 65535, unique in the file
 * @param name for example {@code teleost.Step}
 * @param encoding {@code jsonschema} for what Teleost writes; other tools write {@code protobuf}, {@code ros2msg}
 * @param data the schema in that encoding; not copied, do not change
 */
public record McapSchema(int id, String name, String encoding, byte[] data) {

    /** The schema as UTF-8 text. */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }

    static McapSchema read(RecordView record) throws DamagedRecordException {
        return new McapSchema(record.u16(), record.string(), record.string(), record.bytes(record.length32()));
    }

    void write(RecordBuffer out) {
        out.begin(McapFormat.SCHEMA);
        out.u16(id);
        out.string(name);
        out.string(encoding);
        out.u32(data.length);
        out.bytes(data, data.length);
        out.end();
    }
}
