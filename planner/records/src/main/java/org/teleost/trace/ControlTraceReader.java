package org.teleost.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teleost.problem.Signal;

/**
 * Reads what {@link ControlTraceWriter} wrote: steps and signals by index, each as the JSON text that was recorded.
 * Works on files that are still being written and on damaged ones; then steps may be missing. Not thread safe.
 */
public final class ControlTraceReader extends StepTraceReader {
    private final StepMessages signals;

    /**
     * Reads from an open file, which closes with this reader.
     *
     * @throws IOException if it is no control trace or one of a later version
     */
    public ControlTraceReader(McapReader mcap) throws IOException {
        super(
                mcap,
                ControlTraceWriter.METADATA,
                ControlTraceWriter.STEP_TOPIC,
                ControlSchemas.STEP,
                "a control trace",
                ControlTraceWriter.VERSION);
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
                number("seed").orElse(0),
                metadata.getOrDefault("actor", "unknown"),
                (int) number("stepLimit").orElse(0),
                bounds("observation"),
                bounds("action"),
                names("infoNames"),
                signals());
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

    /** JSON text of the signals before a step's action, empty likewise or when there are none. */
    public Optional<String> signals(long index) throws IOException {
        return signals.text(index);
    }
}
