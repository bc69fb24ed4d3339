package org.teleost.experiments.foxglove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.teleost.trace.EpisodeTraceReader;
import org.teleost.trace.McapWriter;

/** A copy of an episode's trace with the {@link StandardChannel} messages beside its steps, for other tools. */
public final class StandardTrace {
    private static final int VERSION = 1;
    private static final String METADATA = "teleost.export";

    private StandardTrace() {}

    /**
     * Writes the copy; steps that are damaged are left out.
     *
     * @param start log time of step 0 in nanoseconds since 1970
     * @param stepNanos time from step to step
     * @return steps written
     */
    public static long write(Path trace, Path target, long start, long stepNanos) throws IOException {
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(trace);
                McapWriter out = new McapWriter(target)) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("version", Integer.toString(VERSION));
            facts.put("model", reader.model());
            reader.seed().ifPresent(seed -> facts.put("seed", Long.toString(seed)));
            out.metadata(METADATA, facts);
            Map<StandardChannel, Integer> channels = new EnumMap<>(StandardChannel.class);
            for (StandardChannel channel : StandardChannel.values()) {
                int schema = out.addSchema(
                        channel.schemaName(), "jsonschema", channel.schema().getBytes(StandardCharsets.UTF_8));
                channels.put(channel, out.addChannel(schema, channel.topic(), "json", Map.of()));
            }
            StandardMessages messages =
                    new StandardMessages(reader.configuration().get("scene"));
            long written = 0;
            for (long step = 0; step < reader.stepCount(); step++) {
                Optional<String> text = reader.step(step);
                if (text.isPresent()) {
                    write(out, channels, messages, text.get(), step, start + step * stepNanos);
                    written++;
                }
            }
            return written;
        }
    }

    private static void write(
            McapWriter out,
            Map<StandardChannel, Integer> channels,
            StandardMessages messages,
            String text,
            long step,
            long nanos)
            throws IOException {
        Map<StandardChannel, byte[]> made = messages.of(text.getBytes(StandardCharsets.UTF_8), nanos);
        for (Map.Entry<StandardChannel, byte[]> message : made.entrySet()) {
            out.write(channels.get(message.getKey()), step, nanos, message.getValue());
        }
    }
}
