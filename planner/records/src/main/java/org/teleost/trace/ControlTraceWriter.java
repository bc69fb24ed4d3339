package org.teleost.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.problem.Signal;

/**
 * Records one episode of continuous control as an MCAP file of JSON messages: what was observed and done on channel
 * {@code /control/step}, the insides of the environment on channel {@code /control/signals} ({@link ControlSchemas}).
 *
 * <p>For each step: {@link #observed}, {@link #signal} for each signal, {@link #executed}. The state that the last step
 * leads to is recorded likewise, without an action; {@link #close} writes it. The log time of step t is t seconds on
 * both channels ({@link EpisodeTraceWriter#STEP_NANOS}), never the wall clock, so equal runs give equal files.
 *
 * <p>Like other traces the file needs no closing to be readable, and a crash loses at most the last
 * {@link EpisodeTraceWriter#STEPS_PER_CHUNK} steps. Every failure is an IOException that names the file. Not thread
 * safe.
 */
public final class ControlTraceWriter implements AutoCloseable {
    static final String STEP_TOPIC = "/control/step";
    static final String SIGNALS_TOPIC = "/control/signals";
    static final String METADATA = "teleost.control";
    static final int VERSION = 1;

    private final ControlDescription description;
    private final McapWriter mcap;
    private final JsonWriter json = new JsonWriter();
    private final JsonWriter signals = new JsonWriter();
    private final int stepChannel;
    private final int signalsChannel;
    private long step;
    private boolean pending;
    private int signalCount;

    /**
     * Creates the file, replacing one that exists.
     *
     * @param configuration what is needed to repeat the run, as text; kept as metadata {@code teleost.configuration}
     */
    public ControlTraceWriter(Path file, ControlDescription description, Map<String, String> configuration)
            throws IOException {
        this.description = description;
        mcap = new McapWriter(file);
        try {
            mcap.metadata(METADATA, describe(description));
            mcap.metadata(EpisodeTraceWriter.CONFIGURATION, configuration);
            for (Signal signal : description.signals()) {
                mcap.metadata(SignalMetadata.name(signal.name()), SignalMetadata.write(signal));
            }
            int schema = mcap.addSchema(ControlSchemas.STEP, "jsonschema", ControlSchemas.step());
            stepChannel = mcap.addChannel(schema, STEP_TOPIC, "json", Map.of());
            schema = mcap.addSchema(ControlSchemas.SIGNALS, "jsonschema", ControlSchemas.signals());
            signalsChannel = mcap.addChannel(schema, SIGNALS_TOPIC, "json", Map.of());
            mcap.flush();
        } catch (IOException | RuntimeException e) {
            mcap.abandon();
            throw e;
        }
    }

    private static Map<String, String> describe(ControlDescription description) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("version", Integer.toString(VERSION));
        entries.put("problem", description.problem());
        entries.put("seed", Long.toString(description.seed()));
        entries.put("actor", description.actor());
        entries.put("stepLimit", Integer.toString(description.stepLimit()));
        entries.put("observationLow", Arrays.toString(description.observation().low()));
        entries.put("observationHigh", Arrays.toString(description.observation().high()));
        entries.put("actionLow", Arrays.toString(description.action().low()));
        entries.put("actionHigh", Arrays.toString(description.action().high()));
        entries.put("infoNames", String.join(",", description.infoNames()));
        entries.put(
                "signals",
                String.join(
                        ",", description.signals().stream().map(Signal::name).toList()));
        return entries;
    }

    /**
     * Begins a step with what was observed before its action.
     *
     * @param observation shape [observation size]; not kept
     */
    public void observed(float[] observation) {
        if (pending) {
            throw new IllegalStateException("step " + step + " of trace " + mcap.file()
                    + " was observed twice; call executed() between two calls of observed()");
        }
        pending = true;
        signalCount = 0;
        json.clear();
        json.open('{').name("t").value(step).name("observation");
        array(observation);
        signals.clear();
        signals.open('{').name("t").value(step).name("signals").open('{');
    }

    /**
     * Adds the values of a signal before the action.
     *
     * @param signal index into the description's signals
     * @param values shape [rows * columns]; not kept
     */
    public void signal(int signal, float[] values) {
        requireObserved("signal()");
        Signal known = description.signals().get(signal);
        if (values.length != known.size()) {
            throw new IllegalArgumentException("signal " + known.name() + " has values=" + values.length + "; expected "
                    + known.rows() + " x " + known.columns());
        }
        SignalCode.Coded coded = SignalCode.encode(values);
        signals.name(known.name()).open('{').name("encoding").value(coded.encoding());
        if (coded.encoding().equals(SignalCode.PACKED)) {
            signals.name("scale").value(coded.scale());
        }
        signals.name("data").value(coded.data()).close('}');
        signalCount++;
    }

    /**
     * Ends the step and writes it.
     *
     * @param action shape [action size], in the environment's units
     * @param info in the order of the description's infoNames
     */
    public void executed(float[] action, double reward, double[] info, boolean terminated, boolean truncated)
            throws IOException {
        requireObserved("executed()");
        json.name("action");
        array(action);
        json.name("reward").value(reward).name("info").open('{');
        for (int i = 0; i < info.length; i++) {
            json.name(description.infoNames().get(i)).value(info[i]);
        }
        json.close('}').name("terminated").value(terminated);
        json.name("truncated").value(truncated);
        writeStep();
        if (terminated || truncated || step % EpisodeTraceWriter.STEPS_PER_CHUNK == 0) {
            mcap.flush();
        }
    }

    private void requireObserved(String call) {
        if (!pending) {
            throw new IllegalStateException("step " + step + " of trace " + mcap.file()
                    + " has no observation; call observed() before " + call);
        }
    }

    private void array(float[] values) {
        json.open('[');
        for (float value : values) {
            json.value(value);
        }
        json.close(']');
    }

    private void writeStep() throws IOException {
        pending = false;
        long time = step * EpisodeTraceWriter.STEP_NANOS;
        mcap.write(stepChannel, step, time, json.close('}').text().getBytes(StandardCharsets.UTF_8));
        if (signalCount > 0) {
            String text = signals.close('}').close('}').text();
            mcap.write(signalsChannel, step, time, text.getBytes(StandardCharsets.UTF_8));
        }
        step++;
    }

    /** Steps written, the state after the last one not counted. */
    public long steps() {
        return step;
    }

    /** Makes all steps so far visible to readers. */
    public void flush() throws IOException {
        mcap.flush();
    }

    /** Writes the state after the last step if it was observed, then the index; a second call does nothing. */
    @Override
    public void close() throws IOException {
        try (mcap) {
            if (pending) {
                writeStep();
            }
        }
    }
}
