package org.teleost.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small feeds and what readers got of them. */
final class Feeds {
    /** Longest that a test waits for another thread. */
    static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private Feeds() {}

    static LiveRecord.Step step(EpisodeHead head, long index) {
        return step(head, index, "{\"t\":" + index + "}");
    }

    static LiveRecord.Step step(EpisodeHead head, long index, String json) {
        return new LiveRecord.Step(head, index, json.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /** Begins an episode and adds steps. */
    static EpisodeHead episode(LiveFeed feed, int steps) {
        EpisodeHead head = feed.start("walk", 7, Map.of("problem", "walk", "budget", "100ep"));
        for (int i = 0; i < steps; i++) {
            feed.add(step(head, i));
        }
        return head;
    }

    /** All that the reader yields, waiting for the end of the feed. */
    static List<LiveRecord> untilEnd(FeedReader reader) {
        List<LiveRecord> records = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < deadline) {
            LiveRecord record = reader.next();
            if (record == null) {
                reader.await(PATIENCE);
            } else {
                records.add(record);
                if (record instanceof LiveRecord.End) {
                    return records;
                }
            }
        }
        throw new AssertionError("no end after " + records.size() + " records");
    }

    /** Step indices among the records, in order. */
    static List<Long> steps(List<LiveRecord> records) {
        return records.stream()
                .filter(LiveRecord.Step.class::isInstance)
                .map(record -> ((LiveRecord.Step) record).index())
                .toList();
    }

    static String reason(List<LiveRecord> records) {
        return ((LiveRecord.End) records.get(records.size() - 1)).reason();
    }
}
