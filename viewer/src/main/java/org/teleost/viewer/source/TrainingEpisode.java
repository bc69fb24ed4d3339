package org.teleost.viewer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teleost.trace.McapCursor;
import org.teleost.trace.McapDamage;
import org.teleost.trace.McapMessage;
import org.teleost.trace.McapReader;
import org.teleost.trace.TrainingRecord;

/**
 * A training in an MCAP trace, as {@code teleost train --trace} writes it: its steps are the messages on its progress.
 * Opening reads all of them, a few thousand numbers; the steps of its evaluations stay on the disk.
 */
public final class TrainingEpisode implements Episode {
    private final Path file;
    private McapReader mcap;
    private long size;
    private final EpisodeInfo info;
    private final List<Map<String, Double>> progress = new ArrayList<>();
    private final List<Map<String, Double>> scores = new ArrayList<>();
    private final Set<String> unreadable = new LinkedHashSet<>();

    /** Takes over an open file. */
    TrainingEpisode(McapReader mcap, Path file, long size) throws IOException {
        this.mcap = mcap;
        this.file = file;
        this.size = size;
        Map<String, String> metadata = mcap.metadata(TrainingRecord.METADATA);
        info = new EpisodeInfo(
                String.valueOf(file.getFileName()),
                metadata.getOrDefault("problem", "unknown"),
                seed(metadata),
                mcap.metadata(TrainingRecord.CONFIGURATION));
        read();
    }

    private static Optional<Long> seed(Map<String, String> metadata) {
        try {
            return Optional.ofNullable(metadata.get("seed")).map(Long::parseLong);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean plans() {
        return false;
    }

    /** Whether a file holds a training. */
    static boolean isTraining(McapReader mcap) {
        return mcap.channel(TrainingRecord.PROGRESS_TOPIC).isPresent();
    }

    private void read() throws IOException {
        progress.clear();
        scores.clear();
        read(TrainingRecord.PROGRESS_TOPIC, progress);
        read(TrainingRecord.SCORE_TOPIC, scores);
    }

    private void read(String topic, List<Map<String, Double>> rows) throws IOException {
        McapCursor messages = mcap.messages(topic, 0, Long.MAX_VALUE);
        for (McapMessage message = messages.next(); message != null; message = messages.next()) {
            try {
                rows.add(numbers(Json.object(message.text())));
            } catch (IllegalArgumentException e) {
                unreadable.add("message " + message.sequence() + " of " + topic + " is unreadable: " + e.getMessage());
            }
        }
    }

    private static Map<String, Double> numbers(Map<String, Object> members) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value instanceof Double number) {
                numbers.put(name, number);
            }
        });
        return numbers;
    }

    /** Messages on progress, the numbers of each by name; not to be changed. */
    public List<Map<String, Double>> progress() {
        return progress;
    }

    /** Evaluations, the numbers of each by name; not to be changed. */
    public List<Map<String, Double>> scores() {
        return scores;
    }

    @Override
    public EpisodeInfo info() {
        return info;
    }

    @Override
    public long stepCount() {
        return progress.size();
    }

    @Override
    public Optional<StepRecord> step(long index) {
        return index >= 0 && index < progress.size()
                ? Optional.of(StepRecord.parse("{\"t\":" + index + '}'))
                : Optional.empty();
    }

    /** An unfinished file that has grown is read again. */
    @Override
    public boolean refresh() throws IOException {
        long sizeNow = mcap.indexed() ? size : Files.size(file);
        if (sizeNow == size) {
            return false;
        }
        long before = stepCount();
        McapReader newer = McapReader.open(file);
        mcap.close();
        mcap = newer;
        size = sizeNow;
        read();
        return stepCount() > before;
    }

    @Override
    public List<String> damage() {
        List<String> texts = new ArrayList<>();
        for (McapDamage damage : mcap.damage()) {
            texts.add(damage.text());
        }
        texts.addAll(unreadable);
        return texts;
    }

    @Override
    public void close() throws IOException {
        mcap.close();
    }
}
