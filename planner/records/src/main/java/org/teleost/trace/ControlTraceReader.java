package org.teleost.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teleost.problem.Signal;

/**
 * Reads what {@link ControlTraceWriter} wrote: steps and signals by index, each as the JSON text that was recorded.
 * Works on files that are still being written and on damaged ones; then steps may be missing. Not thread safe.
 */
public final class ControlTraceReader implements AutoCloseable {
    private final McapReader mcap;
    private final Map<String, String> metadata;
    private final StepMessages steps;
    private final StepMessages signals;

    /**
     * Reads from an open file, which closes with this reader.
     *
     * @throws IOException if it is no control trace or one of a later version
     */
    public ControlTraceReader(McapReader mcap) throws IOException {
        this.mcap = mcap;
        metadata = mcap.metadata(ControlTraceWriter.METADATA);
        if (!isControlTrace(mcap)) {
            throw new IOException(mcap.file() + " is not a control trace: it has no channel "
                    + ControlTraceWriter.STEP_TOPIC + "; McapReader and MCAP tools can open it");
        }
        long version = number("version", ControlTraceWriter.VERSION);
        if (version > ControlTraceWriter.VERSION) {
            throw new IOException(mcap.file() + " is a control trace of version " + version
                    + ", this program reads up to version " + ControlTraceWriter.VERSION + "; use a newer Teleost");
        }
        steps = new StepMessages(mcap, ControlTraceWriter.STEP_TOPIC, ControlSchemas.STEP, null);
        signals = new StepMessages(mcap, ControlTraceWriter.SIGNALS_TOPIC, ControlSchemas.SIGNALS, steps);
    }

    /** Whether a file holds an episode of continuous control. */
    public static boolean isControlTrace(McapReader mcap) {
        return StepMessages.has(mcap, ControlTraceWriter.STEP_TOPIC, ControlSchemas.STEP);
    }

    /** What the trace is about; what a damaged file has lost is empty, {@code unknown} or 0. */
    public ControlDescription description() {
        return new ControlDescription(
                metadata.getOrDefault("problem", "unknown"),
                number("seed", 0),
                metadata.getOrDefault("actor", "unknown"),
                (int) number("stepLimit", 0),
                bounds("observation"),
                bounds("action"),
                names("infoNames"),
                signals());
    }

    private long number(String key, long otherwise) {
        try {
            return metadata.containsKey(key) ? Long.parseLong(metadata.get(key)) : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private List<String> names(String key) {
        String names = metadata.getOrDefault(key, "");
        return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
    }

    private ControlDescription.Bounds bounds(String what) {
        float[] low = floats(what + "Low");
        float[] high = floats(what + "High");
        return low.length == high.length
                ? new ControlDescription.Bounds(low, high)
                : new ControlDescription.Bounds(new float[0], new float[0]);
    }

    private float[] floats(String key) {
        String text = metadata.getOrDefault(key, "").replaceAll("[\\[\\] ]", "");
        if (text.isEmpty()) {
            return new float[0];
        }
        String[] parts = text.split(",", -1);
        float[] values = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                values[i] = Float.parseFloat(parts[i]);
            } catch (NumberFormatException e) {
                values[i] = Float.NaN;
            }
        }
        return values;
    }

    /** Signals whose description is lost or senseless are left out. */
    private List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (String name : names("signals")) {
            try {
                signals.add(SignalMetadata.read(name, mcap.metadata(SignalMetadata.name(name))));
            } catch (IllegalArgumentException e) {
                // its values cannot be read without a shape; the steps can
            }
        }
        return signals;
    }

    /** Configuration that the episode was recorded with. */
    public Map<String, String> configuration() {
        return mcap.metadata(EpisodeTraceWriter.CONFIGURATION);
    }

    /**
     * Index of the last message that the file knows of, plus one. For a finished episode of N steps that is N + 1: the
     * state that the last step led to is recorded too.
     */
    public long stepCount() {
        return steps.count();
    }

    /** JSON text of a step, empty when it lies outside the trace or its chunk is damaged. Reads one chunk at most. */
    public Optional<String> step(long index) throws IOException {
        return steps.text(index);
    }

    /** JSON text of the signals before a step's action, empty likewise or when there are none. */
    public Optional<String> signals(long index) throws IOException {
        return signals.text(index);
    }

    /** True when the trace was closed properly and could be opened from its index. */
    public boolean complete() {
        return mcap.indexed();
    }

    /** What is damaged as far as it was read. */
    public List<McapDamage> damage() {
        return mcap.damage();
    }

    @Override
    public void close() throws IOException {
        mcap.close();
    }
}
