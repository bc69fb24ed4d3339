package org.teleost.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads an MCAP file (https://mcap.dev/spec) of any writer. Compressed chunks (zstd, lz4) need two optional libraries,
 * Commons Compress and aircompressor.
 *
 * <p>A finished file is opened from its summary; messages are then read chunk by chunk as they are asked for, one chunk
 * in memory at a time. A file without a usable summary (being written, cut off, damaged) is scanned once: every chunk
 * whose CRC holds is kept, and {@link #damage} lists the rest. Only the bytes present at opening are seen; to follow a
 * growing file open it again. No allocation exceeds the file's size or 128 MiB. All failures are IOExceptions that name
 * the file. Not thread safe.
 */
public final class McapReader implements AutoCloseable {
    private final TraceFile file;
    private final McapContents contents;
    private McapSection cachedSection;
    private byte[] cachedBytes;
    private int cachedFrom;
    private int cachedTo;

    private McapReader(TraceFile file, McapContents contents) {
        this.file = file;
        this.contents = contents;
    }

    /** Opens a file; throws an IOException when it is missing or not MCAP, but not when parts of it are damaged. */
    public static McapReader open(Path path) throws IOException {
        TraceFile file = new TraceFile(path);
        try {
            file.requireMagic();
            McapContents contents = new McapContents();
            if (!new SummaryReader(file, contents).read()) {
                McapContents scanned = new McapContents();
                scanned.damage.addAll(contents.damage);
                contents = scanned;
                new FileScan(file, contents).run();
            }
            return new McapReader(file, contents);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    public Path file() {
        return file.path;
    }

    /** True when the file was opened from its summary, false when it was scanned. */
    public boolean indexed() {
        return contents.indexed;
    }

    public List<McapSchema> schemas() {
        return List.copyOf(contents.schemas.values());
    }

    public List<McapChannel> channels() {
        return List.copyOf(contents.channels.values());
    }

    /** The schema of a channel, empty when it has none. */
    public Optional<McapSchema> schema(McapChannel channel) {
        return Optional.ofNullable(contents.schemas.get(channel.schemaId()));
    }

    /** The first channel with this topic. */
    public Optional<McapChannel> channel(String topic) {
        return contents.channels.values().stream()
                .filter(channel -> channel.topic().equals(topic))
                .findFirst();
    }

    /** Entries of the first metadata record with this name, empty when there is none. */
    public Map<String, String> metadata(String name) {
        return Collections.unmodifiableMap(contents.metadata.getOrDefault(name, Map.of()));
    }

    /** Names of the metadata records. */
    public Set<String> metadataNames() {
        return Set.copyOf(contents.metadata.keySet());
    }

    /** Messages that the file should yield as far as its index tells; damaged chunks of an indexed file count. */
    public long messageCount() {
        return contents.sections.stream()
                .mapToLong(section -> Math.max(0, section.messages()))
                .sum();
    }

    /** Earliest log time, 0 without messages. */
    public long startTime() {
        return contents.sections.stream()
                .map(McapSection::startTime)
                .min(Long::compareUnsigned)
                .orElse(0L);
    }

    /** Latest log time, 0 without messages. */
    public long endTime() {
        return contents.sections.stream()
                .map(McapSection::endTime)
                .max(Long::compareUnsigned)
                .orElse(0L);
    }

    /** All messages. */
    public McapCursor messages() {
        return messages(contents.sections, null, 0, -1);
    }

    /** Messages of one topic with log times from {@code from} to {@code to}, both included; unsigned as in the file. */
    public McapCursor messages(String topic, long from, long to) {
        Set<Integer> ids = contents.channels.values().stream()
                .filter(channel -> channel.topic().equals(topic))
                .map(McapChannel::id)
                .collect(Collectors.toSet());
        return messages(ids, from, to);
    }

    McapCursor messages(Set<Integer> channels, long from, long to) {
        return messages(contents.sections, channels, from, to);
    }

    McapCursor messages(List<McapSection> sections, Set<Integer> channels, long from, long to) {
        return new McapCursor(this, contents, sections, channels, from, to);
    }

    /** Messages of a section, null (and an entry in the damage list) when it is damaged. */
    List<McapMessage> messagesIn(McapSection section, Set<Integer> channels) throws IOException {
        if (load(section) == null) {
            return null;
        }
        List<McapMessage> messages = new ArrayList<>();
        McapCursor cursor = messages(List.of(section), channels, 0, -1);
        for (McapMessage message = cursor.next(); message != null; message = cursor.next()) {
            messages.add(message);
        }
        return messages;
    }

    List<McapSection> sections() {
        return contents.sections;
    }

    /** Bytes of the file when it was opened, or as many as its compressed chunks may stand for. */
    long size() {
        return contents.compressed ? Decompression.MOST * file.size() : file.size();
    }

    /** Ids of all channels with this topic and a schema of this name. */
    Set<Integer> channels(String topic, String schema) {
        return contents.channels.values().stream()
                .filter(channel -> channel.topic().equals(topic)
                        && schema(channel)
                                .filter(one -> one.name().equals(schema))
                                .isPresent())
                .map(McapChannel::id)
                .collect(Collectors.toSet());
    }

    /** What is damaged as far as it was read; complete after {@link #verify}. */
    public List<McapDamage> damage() {
        return List.copyOf(contents.damage);
    }

    /** Reads the whole file, checks every CRC and returns {@link #damage}. */
    public List<McapDamage> verify() throws IOException {
        McapCursor cursor = messages();
        McapMessage message;
        do {
            message = cursor.next();
        } while (message != null);
        if (contents.indexed) {
            new DataCheck(file, contents).run();
        }
        return damage();
    }

    /** Records of a section, null (and an entry in the damage list) when it is damaged. The last one is kept. */
    RecordView load(McapSection section) throws IOException {
        if (!section.equals(cachedSection)) {
            try {
                RecordView records = section.load(file);
                cachedSection = section;
                cachedBytes = records.array();
                cachedFrom = records.position();
                cachedTo = cachedFrom + records.remaining();
            } catch (DamagedRecordException e) {
                contents.damagedChunk(section, e);
                return null;
            }
        }
        return new RecordView(cachedBytes, cachedFrom, cachedTo);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
