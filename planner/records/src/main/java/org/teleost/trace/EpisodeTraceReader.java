package org.teleost.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what {@link EpisodeTraceWriter} wrote: steps by index, each as the JSON text that was recorded. Works on files
 * that are still being written and on damaged ones; then steps may be missing. Not thread safe.
 */
public final class EpisodeTraceReader extends StepTraceReader {
    private final StepMessages trees;

    private EpisodeTraceReader(McapReader mcap) throws IOException {
        super(
                mcap,
                EpisodeTraceWriter.METADATA,
                EpisodeTraceWriter.TOPIC,
                StepSchema.NAME,
                "an episode trace",
                EpisodeTraceWriter.VERSION);
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

    /** JSON text of the belief tree that a step's decision came from, empty when it was not recorded. */
    public Optional<String> tree(long index) throws IOException {
        return trees.text(index);
    }

    /** All steps from {@code from} on, in order; {@link McapMessage#text} is the JSON. */
    public McapCursor steps(long from) {
        long time = Math.multiplyExact(from, EpisodeTraceWriter.STEP_NANOS);
        return mcap.messages(EpisodeTraceWriter.TOPIC, time, Long.MAX_VALUE);
    }

    /** The container, for other channels and {@link McapReader#verify}. */
    public McapReader mcap() {
        return mcap;
    }
}
