package org.teleost.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of a file: filled from the summary section or by a scan. */
final class McapContents {
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
