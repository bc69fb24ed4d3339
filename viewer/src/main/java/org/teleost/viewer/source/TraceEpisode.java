package org.teleost.viewer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.teleost.trace.EpisodeTraceReader;
import org.teleost.trace.EpisodeTraceWriter;
import org.teleost.trace.McapDamage;
import org.teleost.trace.McapReader;

/**
 * An episode in an MCAP trace, read through the file's chunk index: a step costs one chunk, opening costs the index.
 * The last few steps stay parsed. A damaged file yields what is intact; {@link #damage} names the rest.
 */
public final class TraceEpisode implements Episode {
    private final Path file;
    private EpisodeTraceReader reader;
    private long size;
    private final EpisodeInfo info;
    private final Set<String> unreadable = new LinkedHashSet<>();
    private final RecentSteps<StepRecord> recent = new RecentSteps<>(StepRecord::parse, StepRecord::t, unreadable);

    private TraceEpisode(EpisodeTraceReader reader, Path file, long size) {
        this.reader = reader;
        this.file = file;
        this.size = size;
        OptionalLong seed = reader.seed();
        info = new EpisodeInfo(
                String.valueOf(file.getFileName()),
                reader.model(),
                seed.isPresent() ? Optional.of(seed.getAsLong()) : Optional.empty(),
                reader.configuration());
    }

    /** Opens a trace; throws an IOException that names the file when it is missing, foreign or has no steps at all. */
    public static TraceEpisode open(Path file) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        EpisodeTraceReader reader = EpisodeTraceReader.open(file);
        try {
            return new TraceEpisode(reader, file, size);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Takes over an open file; throws an IOException when it is no trace of an episode. */
    static TraceEpisode of(McapReader mcap, Path file, long size) throws IOException {
        return new TraceEpisode(EpisodeTraceReader.of(mcap), file, size);
    }

    @Override
    public EpisodeInfo info() {
        return info;
    }

    @Override
    public SceneSketch sketch() throws IOException {
        return SceneSketch.of(file, info);
    }

    @Override
    public long stepCount() {
        return reader.stepCount();
    }

    @Override
    public Optional<StepRecord> step(long index) throws IOException {
        return recent.step(index, reader::step);
    }

    @Override
    public Optional<TreeRecord> tree(long index) throws IOException {
        Optional<String> text = reader.tree(index);
        try {
            return text.isEmpty() ? Optional.empty() : TreeRecord.parse(text.get());
        } catch (IllegalArgumentException e) {
            unreadable.add("tree of step " + index + " is unreadable: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** An unfinished file that has grown is opened again; what it has in full by now appears. */
    @Override
    public boolean refresh() throws IOException {
        long sizeNow = reader.complete() ? size : Files.size(file);
        if (sizeNow == size) {
            return false;
        }
        long stepsBefore = stepCount();
        EpisodeTraceReader newer = EpisodeTraceReader.open(file);
        reader.close();
        reader = newer;
        size = sizeNow;
        return stepCount() > stepsBefore;
    }

    @Override
    public List<String> damage() {
        List<String> texts = new ArrayList<>();
        for (McapDamage damage : reader.damage()) {
            texts.add(describe(damage));
        }
        texts.addAll(unreadable);
        return texts;
    }

    static String describe(McapDamage damage) {
        String steps = "";
        if (damage.startTime() >= 0 && damage.endTime() >= damage.startTime()) {
            steps = "steps " + damage.startTime() / EpisodeTraceWriter.STEP_NANOS + " to "
                    + damage.endTime() / EpisodeTraceWriter.STEP_NANOS + " missing: ";
        }
        return steps + damage.text();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
