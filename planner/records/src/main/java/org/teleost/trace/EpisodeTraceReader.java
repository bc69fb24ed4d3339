package org.teleost.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what {@link EpisodeTraceWriter} wrote: steps by index, each as the JSON text that was recorded. Works on files
 * that are still being written and on damaged ones; then steps may be missing. Not thread safe.
 */
public final class EpisodeTraceReader implements AutoCloseable {
    private final McapReader mcap;
    private final Map<String, String> metadata;
    private final StepMessages steps;
    private final StepMessages trees;

    private EpisodeTraceReader(McapReader mcap) throws IOException {
        this.mcap = mcap;
        metadata = mcap.metadata(EpisodeTraceWriter.METADATA);
        if (!StepMessages.has(mcap, EpisodeTraceWriter.TOPIC, StepSchema.NAME)) {
            throw new IOException(mcap.file() + " is not an episode trace: it has no channel "
                    + EpisodeTraceWriter.TOPIC + " with schema " + StepSchema.NAME
                    + "; McapReader and MCAP tools can open it");
        }
        if (version() > EpisodeTraceWriter.VERSION) {
            throw new IOException(mcap.file() + " is an episode trace of version " + version()
                    + ", this program reads up to version " + EpisodeTraceWriter.VERSION + "; use a newer Teleost");
        }
        steps = new StepMessages(mcap, EpisodeTraceWriter.TOPIC, StepSchema.NAME, null);
        trees = new StepMessages(mcap, EpisodeTraceWriter.TREE_TOPIC, TreeSchema.NAME, steps);
    }

    /** Opens a trace. */
    public static EpisodeTraceReader open(Path file) throws IOException {
        McapReader mcap = McapReader.open(file);
        try {
            return of(mcap);
        } catch (IOException | RuntimeException e) {
            mcap.close();
            throw e;
        }
    }

    /** Reads from an open file, which closes with this reader; throws an IOException when it is no episode trace. */
    public static EpisodeTraceReader of(McapReader mcap) throws IOException {
        return new EpisodeTraceReader(mcap);
    }

    /** Version of the step records; 1 also when the metadata is lost. */
    public int version() {
        return (int) Math.min(Integer.MAX_VALUE, number("version").orElse(EpisodeTraceWriter.VERSION));
    }

    /** Name of the model, {@code unknown} when the metadata is lost. */
    public String model() {
        return metadata.getOrDefault("model", "unknown");
    }

    /** Seed of the run, empty when the metadata is lost. */
    public OptionalLong seed() {
        return number("seed");
    }

    private OptionalLong number(String key) {
        try {
            return metadata.containsKey(key)
                    ? OptionalLong.of(Long.parseLong(metadata.get(key)))
                    : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Configuration that the run was recorded with. */
    public Map<String, String> configuration() {
        return mcap.metadata(EpisodeTraceWriter.CONFIGURATION);
    }

    /** Index of the last step that the file knows of, plus one; some steps of a damaged file may be missing. */
    public long stepCount() {
        return steps.count();
    }

    /** JSON text of a step, empty when it lies outside the trace or its chunk is damaged. Reads one chunk at most. */
    public Optional<String> step(long index) throws IOException {
        return steps.text(index);
    }

    /** JSON text of the belief tree that a step's decision came from, empty when it was not recorded. */
    public Optional<String> tree(long index) throws IOException {
        return trees.text(index);
    }

    /** All steps from {@code from} on, in order; {@link McapMessage#text} is the JSON. */
    public McapCursor steps(long from) {
        long time = Math.multiplyExact(from, EpisodeTraceWriter.STEP_NANOS);
        return mcap.messages(EpisodeTraceWriter.TOPIC, time, Long.MAX_VALUE);
    }

    /** True when the trace was closed properly and could be opened from its index. */
    public boolean complete() {
        return mcap.indexed();
    }

    /** What is damaged as far as it was read. */
    public List<McapDamage> damage() {
        return mcap.damage();
    }

    /** The container, for other channels and {@link McapReader#verify}. */
    public McapReader mcap() {
        return mcap;
    }

    @Override
    public void close() throws IOException {
        mcap.close();
    }
}
