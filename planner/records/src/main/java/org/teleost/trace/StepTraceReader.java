package org.teleost.trace;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What readers of traces with a message per step have in common. */
abstract class StepTraceReader implements AutoCloseable {
    final McapReader mcap;
    final Map<String, String> metadata;
    final StepMessages steps;

    /**
     * Reads from an open file, which closes with this reader.
     *
     * @param metadata name of the trace's metadata
     * @param what what is read, with its article
     * @param newest newest version that is
     * @throws IOException if it is something else, or of a later version
     */
    StepTraceReader(McapReader mcap, String metadata, String topic, String schema, String what, int newest)
            throws IOException {
        this.mcap = mcap;
        this.metadata = mcap.metadata(metadata);
        if (!StepMessages.has(mcap, topic, schema)) {
            throw new IOException(mcap.file() + " is not " + what + ": it has no channel " + topic + " with schema "
                    + schema + "; McapReader and MCAP tools can open it");
        }
        long version = number("version").orElse(newest);
        if (version > newest) {
            throw new IOException(mcap.file() + " is " + what + " of version " + version
                    + ", this program reads up to version " + newest + "; use a newer Teleost");
        }
        steps = new StepMessages(mcap, topic, schema, null);
    }

    final OptionalLong number(String key) {
        try {
            return metadata.containsKey(key)
                    ? OptionalLong.of(Long.parseLong(metadata.get(key)))
                    : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Configuration that the run was recorded with. */
    public final Map<String, String> configuration() {
        return mcap.metadata(EpisodeTraceWriter.CONFIGURATION);
    }

    /**
     * Index of the last message that the file knows of, plus one; some steps of a damaged file may be missing. For a
     * finished episode of N steps under continuous control that is N + 1: the state that the last step led to is
     * recorded too.
     */
    public final long stepCount() {
        return steps.count();
    }

    /** JSON text of a step, empty when it lies outside the trace or its chunk is damaged. Reads one chunk at most. */
    public final Optional<String> step(long index) throws IOException {
        return steps.text(index);
    }

    /** True when the trace was closed properly and could be opened from its index. */
    public final boolean complete() {
        return mcap.indexed();
    }

    /** What is damaged as far as it was read. */
    public final List<McapDamage> damage() {
        return mcap.damage();
    }

    @Override
    public final void close() throws IOException {
        mcap.close();
    }
}
