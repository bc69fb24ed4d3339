package org.teleost.trace;

import java.io.IOException;

/**
 * Reads a file without a usable summary from its start: keeps every chunk whose CRC holds, notes the rest. Work is
 * linear in the file's size whatever the bytes are.
 */
final class FileScan {
    private static final int RUN_BYTES = 1 << 20;

    private final TraceFile file;
    private final McapContents contents;
    private final ChunkSearch search;
    private final long size;
    private final SectionBuilder run;
    private long position = McapFormat.MAGIC_LENGTH;

    FileScan(TraceFile file, McapContents contents) {
        this.file = file;
        this.contents = contents;
        search = new ChunkSearch(file);
        size = file.size();
        run = new SectionBuilder(contents);
    }

    void run() throws IOException {
        boolean more = true;
        while (more && position < size) {
            more = record();
        }
        run.finish(false);
        dropUnprotected();
    }

    /** Handles the record at {@code position} and moves on; false where the data section ends. */
    private boolean record() throws IOException {
        if (!search.recordFits(position)) {
            resume();
            return true;
        }
        RecordView prefix = new RecordView(file.read(position, McapFormat.PREFIX));
        int opcode = prefix.u8();
        long length = McapFormat.PREFIX + prefix.u64();
        if (opcode == McapFormat.MESSAGE) {
            looseMessage(length);
            return true;
        }
        run.finish(false);
        switch (opcode) {
            case McapFormat.CHUNK -> chunk(length);
            case McapFormat.ATTACHMENT -> position += length;
            case McapFormat.SCHEMA, McapFormat.CHANNEL, McapFormat.METADATA -> {
                describe(opcode, length);
                skip(length);
            }
            case McapFormat.DATA_END, McapFormat.FOOTER -> {
                skip(size - position);
                return position < size;
            }
            default -> skip(length);
        }
        return true;
    }

    /**
     * Moves past a record that no checksum protects: a damaged length may reach over chunks, so one found inside is
     * where reading goes on. (Attachments and messages may hold whole MCAP files and are not searched.)
     */
    private void skip(long length) throws IOException {
        long found = search.nextIntact(position + 1, position + length);
        if (found >= 0) {
            gap(position, found);
        }
        position = found < 0 ? position + length : found;
    }

    private void gap(long start, long end) {
        contents.damaged(
                McapDamage.Kind.GAP,
                start,
                end - start,
                (end - start) + " bytes are no records; went on at the chunk at byte " + end);
    }

    private void looseMessage(long length) throws IOException {
        try {
            if (length > McapFormat.MAX_RECORD) {
                throw new DamagedRecordException("message of " + length + " bytes exceeds " + McapFormat.MAX_RECORD);
            }
            long content = Math.min(length - McapFormat.PREFIX, McapFormat.MESSAGE_FIXED);
            boolean known =
                    run.message(position, length, new RecordView(file.read(position + McapFormat.PREFIX, content)));
            if (!known) {
                skip(length);
                return;
            }
        } catch (DamagedRecordException e) {
            run.finish(false);
            contents.damaged(McapDamage.Kind.RECORD, position, length, e.getMessage());
        }
        position += length;
        if (run.length() >= RUN_BYTES) {
            run.finish(false);
        }
    }

    private void describe(int opcode, long length) throws IOException {
        try {
            RecordView record = new RecordView(file.read(position, length));
            record.view(McapFormat.PREFIX);
            if (opcode == McapFormat.METADATA) {
                contents.describe(record.string(), record.map());
            } else {
                run.describe(opcode, record, false);
            }
        } catch (DamagedRecordException e) {
            contents.damaged(McapDamage.Kind.RECORD, position, length, e.getMessage());
        }
    }

    private void chunk(long length) throws IOException {
        long end = position + length;
        long searchFrom = position + 1;
        try {
            RecordView records = McapSection.chunkRecords(file, position, length);
            boolean compressed = records.position() == 0;
            contents.compressed |= compressed;
            searchFrom = compressed ? end : position + records.position() + records.remaining();
            run.chunk(position, length, records);
        } catch (DamagedRecordException e) {
            contents.damaged(McapDamage.Kind.CHUNK, position, length, e.getMessage());
        }
        // bytes went missing or the length is wrong: the next chunk begins before this one seems to end
        long found = search.nextIntact(searchFrom, end);
        position = found < 0 ? end : found;
    }

    /** Nothing makes sense here: goes on at the next chunk, or gives up. */
    private void resume() throws IOException {
        run.finish(false);
        long found = search.next(position + 1, size);
        if (found >= 0) {
            gap(position, found);
        } else {
            contents.damaged(
                    McapDamage.Kind.TORN_TAIL,
                    position,
                    size - position,
                    "the last " + (size - position) + " bytes hold no complete record");
        }
        position = found < 0 ? size : found;
    }

    /**
     * In a chunked file all messages belong into chunks (the standard says so); a message outside is most likely damage
     * that looks like one, and nothing protects it.
     */
    private void dropUnprotected() {
        if (contents.sections.stream().noneMatch(McapSection::chunk)) {
            return;
        }
        contents.sections.removeIf(section -> {
            if (!section.chunk()) {
                contents.damaged(
                        McapDamage.Kind.RECORD,
                        section.offset(),
                        section.length(),
                        section.messages() + " messages outside chunks in a chunked file are left out");
            }
            return !section.chunk();
        });
    }
}
