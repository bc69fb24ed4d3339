package org.teleost.viewer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teleost.problem.Signal;
import org.teleost.trace.ControlDescription;
import org.teleost.trace.ControlTraceReader;
import org.teleost.trace.McapDamage;
import org.teleost.trace.McapReader;
import org.teleost.trace.SignalCode;

/**
 * An episode of continuous control in an MCAP trace, read through the file's chunk index. A finished episode of N steps
 * has the indices 0 to N; the last one is the state that the last step led to.
 */
public final class ControlEpisode implements Episode {
    private static final String TIME = "time";

    private final Path file;
    private ControlTraceReader reader;
    private long size;
    private final ControlDescription description;
    private final EpisodeInfo info;
    private final Set<String> unreadable = new LinkedHashSet<>();
    private final RecentSteps<ControlStep> recent = new RecentSteps<>(ControlStep::parse, ControlStep::t, unreadable);
    private long signalsStep = -1;
    private Map<?, ?> signals = Map.of();

    /** Takes over an open file; throws an IOException when it is no control trace. */
    ControlEpisode(McapReader mcap, Path file, long size) throws IOException {
        reader = new ControlTraceReader(mcap);
        this.file = file;
        this.size = size;
        description = reader.description();
        info = new EpisodeInfo(
                String.valueOf(file.getFileName()),
                description.problem(),
                Optional.of(description.seed()),
                reader.configuration());
    }

    public ControlDescription description() {
        return description;
    }

    @Override
    public EpisodeInfo info() {
        return info;
    }

    @Override
    public long stepCount() {
        return reader.stepCount();
    }

    @Override
    public Optional<StepRecord> step(long index) throws IOException {
        return control(index).map(ControlStep::shell);
    }

    @Override
    public boolean plans() {
        return false;
    }

    /** From the times of the first two steps, where they are in seconds. */
    @Override
    public double secondsPerStep() throws IOException {
        boolean seconds = signal(TIME).filter(time -> time.unit().equals("s")).isPresent();
        if (!seconds || stepCount() < 2) {
            return Double.NaN;
        }
        return time(1) - time(0);
    }

    private double time(long index) throws IOException {
        return values(index, TIME).map(values -> (double) values[0]).orElse(Double.NaN);
    }

    /** A step with all that was recorded of it but its signals. */
    public Optional<ControlStep> control(long index) throws IOException {
        return recent.step(index, reader::step);
    }

    /** The description of a signal, empty when the trace has none of this name. */
    public Optional<Signal> signal(String name) {
        return description.signals().stream()
                .filter(signal -> signal.name().equals(name))
                .findFirst();
    }

    /** Values of a signal before a step's action, row by row; empty when they are not there or unreadable. */
    public Optional<float[]> values(long index, String name) throws IOException {
        Optional<Signal> signal = signal(name);
        if (signal.isEmpty()) {
            return Optional.empty();
        }
        try {
            read(index);
            if (!(signals.get(name) instanceof Map<?, ?> coded)) {
                return Optional.empty();
            }
            double scale = StepRecord.number(coded, "scale");
            return Optional.of(SignalCode.decode(
                    new SignalCode.Coded(
                            StepRecord.text(coded, "encoding"),
                            Double.isNaN(scale) ? 1 : scale,
                            StepRecord.text(coded, "data")),
                    signal.get().size()));
        } catch (IllegalArgumentException e) {
            unreadable.add("signal " + name + " of step " + index + " is unreadable: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void read(long index) throws IOException {
        if (index != signalsStep) {
            signals = Map.of();
            Optional<String> text = reader.signals(index);
            if (text.isPresent()) {
                signals = StepRecord.object(Json.object(text.get()).get("signals"));
            }
            signalsStep = index;
        }
    }

    /** An unfinished file that has grown is opened again. */
    @Override
    public boolean refresh() throws IOException {
        long sizeNow = reader.complete() ? size : Files.size(file);
        if (sizeNow == size) {
            return false;
        }
        long stepsBefore = stepCount();
        ControlTraceReader newer = new ControlTraceReader(McapReader.open(file));
        reader.close();
        reader = newer;
        size = sizeNow;
        signalsStep = -1;
        return stepCount() > stepsBefore;
    }

    @Override
    public List<String> damage() {
        List<String> texts = new ArrayList<>();
        for (McapDamage damage : reader.damage()) {
            texts.add(TraceEpisode.describe(damage));
        }
        texts.addAll(unreadable);
        return texts;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
