package org.teleost.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** What is known of a file: filled from the summary section or by a scan. */
final class McapContents {
    /** Key of a metadata record's checksum. */
    static final String CHECKSUM = "crc32c";

    private static final int MAX_DAMAGE = 1000;

    final Map<Integer, McapSchema> schemas = new TreeMap<>();
    final Map<Integer, McapChannel> channels = new TreeMap<>();

    /** In file order, not overlapping. */
    final List<McapSection> sections = new ArrayList<>();

    /** The first record of each name. */
    final Map<String, Map<String, String>> metadata = new LinkedHashMap<>();

    final Set<McapDamage> damage = new LinkedHashSet<>();
    private final Set<Integer> unknownChannels = new HashSet<>();
    boolean indexed;

    /** Whether a chunk is compressed. */
    boolean compressed;

    void damaged(McapDamage entry) {
        if (damage.size() < MAX_DAMAGE) {
            damage.add(entry);
        } else if (damage.size() == MAX_DAMAGE) {
            damage.add(McapDamage.of(
                    McapDamage.Kind.MORE, entry.offset(), 0, "more than " + MAX_DAMAGE + " places are damaged"));
        }
    }

    void damaged(McapDamage.Kind kind, long offset, long length, String text) {
        damaged(McapDamage.of(kind, offset, length, text));
    }

    void damagedChunk(McapSection section, DamagedRecordException cause) {
        damaged(new McapDamage(
                McapDamage.Kind.CHUNK,
                section.offset(),
                section.length(),
                section.startTime(),
                section.endTime(),
                section.messages(),
                cause.getMessage()));
    }

    /**
     * Keeps the entries of a metadata record, the first of each name, without their checksum; throws if that does not
     * fit. Records of other writers, and of versions before it, have none.
     */
    void describe(String name, Map<String, String> entries) throws DamagedRecordException {
        Map<String, String> bare = new LinkedHashMap<>(entries);
        String expected = bare.remove(CHECKSUM);
        if (expected != null && !expected.equals(checksum(name, bare))) {
            throw new DamagedRecordException("metadata " + name + " is damaged: its checksum is " + checksum(name, bare)
                    + ", expected " + expected + "; what it says is left out");
        }
        metadata.putIfAbsent(name, bare);
    }

    /** CRC-32C of a metadata record: the format itself protects these neither in chunks nor in the summary. */
    static String checksum(String name, Map<String, String> entries) {
        CRC32C crc = new CRC32C();
        update(crc, name);
        new TreeMap<>(entries).forEach((key, value) -> {
            update(crc, key);
            update(crc, value);
        });
        return String.format("%08x", crc.getValue());
    }

    private static void update(CRC32C crc, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        crc.update(bytes);
    }

    /** True when the channel is described; else notes it once. */
    boolean knows(int channel, long offset) {
        if (channels.containsKey(channel)) {
            return true;
        }
        if (unknownChannels.add(channel)) {
            damaged(
                    McapDamage.Kind.UNKNOWN_CHANNEL,
                    offset,
                    0,
                    "channel=" + channel + " has messages but no channel record; its messages are left out");
        }
        return false;
    }
}
