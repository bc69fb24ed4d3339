package org.teleost.trace;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Messages that an episode's trace holds step by step, at the time that stands for the step's index. Other channels of
 * the file, also those of the same topic with another schema, may have times of any kind.
 */
final class StepMessages {
    /** No message record is shorter. */
    private static final int SHORTEST = McapFormat.PREFIX + McapFormat.MESSAGE_FIXED;

    private final McapReader mcap;
    private final Set<Integer> channels;
    private final long count;

    /** Where each time's first message is; null when the sections' own times are those of the steps. */
    private Map<Long, McapSection> places;

    /**
     * @param counted channels whose last message decides the number of steps
     * @throws IOException naming the file and the step if a time can't be that of a step
     */
    StepMessages(McapReader mcap, String topic, String schema, StepMessages counted) throws IOException {
        this.mcap = mcap;
        channels = mcap.channels(topic, schema);
        if (counted == null) {
            count = lastTime() / EpisodeTraceWriter.STEP_NANOS + 1;
            requireStep(count - 1);
        } else {
            count = counted.count;
            places = counted.places == null ? null : places();
        }
    }

    /** Whether a file has a channel of this topic with this schema. */
    static boolean has(McapReader mcap, String topic, String schema) {
        return !mcap.channels(topic, schema).isEmpty();
    }

    private void requireStep(long index) throws IOException {
        if (index >= mcap.size() / SHORTEST + 1) {
            throw new IOException(
                    mcap.file() + ": step " + index + " in a file of " + mcap.size()
                            + " bytes: the log time of a step's message is its index in seconds, and this one is something else");
        }
    }

    /**
     * Log time of the last step, minus a step's length without any. Sections of nothing but steps say it themselves;
     * where other channels are mixed in, or a section promises what it does not have, all are read once.
     */
    private long lastTime() throws IOException {
        long latest = -EpisodeTraceWriter.STEP_NANOS;
        boolean plain = true;
        McapSection last = null;
        for (McapSection section : mcap.sections()) {
            if (section.mayHold(channels, 0, -1)) {
                plain &= section.startTime() >= 0 && section.endTime() >= section.startTime();
                last = last == null || section.endTime() > last.endTime() ? section : last;
            }
        }
        if (last == null) {
            return latest;
        }
        if (plain) {
            List<McapMessage> found = mcap.messagesIn(last, channels);
            long time = found == null ? last.endTime() : latest(found, latest);
            if (time == last.endTime() && time / EpisodeTraceWriter.STEP_NANOS < mcap.size() / SHORTEST + 1) {
                return time;
            }
        }
        places = places();
        for (long time : places.keySet()) {
            if (time < 0) {
                requireStep(Long.MAX_VALUE / EpisodeTraceWriter.STEP_NANOS);
            }
            latest = Math.max(latest, time);
        }
        return latest;
    }

    private static long latest(List<McapMessage> messages, long otherwise) {
        return messages.stream().mapToLong(McapMessage::logTime).max().orElse(otherwise);
    }

    private Map<Long, McapSection> places() throws IOException {
        Map<Long, McapSection> found = new HashMap<>();
        for (McapSection section : mcap.sections()) {
            if (section.mayHold(channels, 0, -1)) {
                List<McapMessage> messages = mcap.messagesIn(section, channels);
                for (McapMessage message : messages == null ? List.<McapMessage>of() : messages) {
                    found.putIfAbsent(message.logTime(), section);
                }
            }
        }
        return found;
    }

    /** Index of the last message that the file knows of, plus one. */
    long count() {
        return count;
    }

    /** Text of a step's message, empty when it lies outside the trace or its chunk is damaged; one chunk at most. */
    Optional<String> text(long index) throws IOException {
        if (index < 0 || index >= count) {
            return Optional.empty();
        }
        long time = index * EpisodeTraceWriter.STEP_NANOS;
        McapCursor cursor;
        if (places == null) {
            cursor = mcap.messages(channels, time, time);
        } else {
            McapSection place = places.get(time);
            if (place == null) {
                return Optional.empty();
            }
            cursor = mcap.messages(List.of(place), channels, time, time);
        }
        McapMessage message = cursor.next();
        return message == null ? Optional.empty() : Optional.of(message.text());
    }
}
