package org.teleost.trace;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Walks through messages in file order, which is time order for files that Teleost wrote. Damaged chunks are left out
 * and appear in {@link McapReader#damage}. Valid until its reader is closed.
 */
public final class McapCursor {
    private final McapReader reader;
    private final McapContents contents;
    private final Iterator<McapSection> sections;
    private final Set<Integer> channels;
    private final long from;
    private final long to;
    private McapSection section;
    private RecordView records;

    McapCursor(
            McapReader reader,
            McapContents contents,
            List<McapSection> sections,
            Set<Integer> channels,
            long from,
            long to) {
        this.reader = reader;
        this.contents = contents;
        this.sections = sections.iterator();
        this.channels = channels;
        this.from = from;
        this.to = to;
    }

    /** The next message, null after the last. */
    public McapMessage next() throws IOException {
        while (true) {
            while (records == null) {
                if (!sections.hasNext()) {
                    return null;
                }
                section = sections.next();
                if (section.mayHold(channels, from, to)) {
                    records = reader.load(section);
                }
            }
            McapMessage message = nextInSection();
            if (message != null) {
                return message;
            }
            records = null;
        }
    }

    private McapMessage nextInSection() {
        try {
            while (records.remaining() > 0) {
                int opcode = records.u8();
                RecordView record = records.view(records.length64());
                if (opcode == McapFormat.MESSAGE && wanted(record)) {
                    return McapMessage.read(record);
                }
            }
        } catch (DamagedRecordException e) {
            contents.damagedChunk(section, e);
        }
        return null;
    }

    private boolean wanted(RecordView record) throws DamagedRecordException {
        RecordView head = record.peek();
        int channel = head.u16();
        head.u32();
        long time = head.u64();
        return Long.compareUnsigned(time, from) >= 0
                && Long.compareUnsigned(time, to) <= 0
                && (channels == null || channels.contains(channel))
                && contents.knows(channel, section.offset());
    }
}
