package org.teleost.trace;

import java.io.IOException;
import java.util.Optional;

/** Messages that an episode's trace holds step by step, at the time that stands for the step's index. */
final class StepMessages {
    private StepMessages() {}

    /** Index of the last message that the file knows of, plus one. */
    static long count(McapReader mcap) {
        return mcap.messageCount() == 0 ? 0 : Math.max(0, mcap.endTime() / EpisodeTraceWriter.STEP_NANOS + 1);
    }

    /** Text of a step's message, empty when it lies outside the trace or its chunk is damaged; one chunk at most. */
    static Optional<String> text(McapReader mcap, String topic, long index) throws IOException {
        if (index < 0 || index >= count(mcap)) {
            return Optional.empty();
        }
        long time = index * EpisodeTraceWriter.STEP_NANOS;
        McapMessage message = mcap.messages(topic, time, time).next();
        return message == null ? Optional.empty() : Optional.of(message.text());
    }
}
