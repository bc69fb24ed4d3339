package org.teleost.experiments.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.runner.EpisodeResult;

/** The episodes of a plan as cells, kept in the plan's own files. */
public final class EpisodeStore implements CellStore {
    private final String configuration;
    private final Optional<Path> folder;
    private final Consumer<EpisodeResult> sink;
    private final Map<String, EpisodeResult> episodes = new TreeMap<>();

    /**
     * @param folder where traces go, empty if they go nowhere
     * @param done episodes of an earlier run
     * @param sink keeps an episode: it is on disk when this returns
     */
    public EpisodeStore(
            RunConfiguration configuration,
            Optional<Path> folder,
            List<EpisodeResult> done,
            Consumer<EpisodeResult> sink) {
        this.configuration = configuration.fingerprint();
        this.folder = folder;
        this.sink = sink;
        done.forEach(result -> episodes.put(key(this.configuration, result.episode()), result));
    }

    /** Keys of all episodes of a configuration, which they name: another configuration has other keys. */
    public static List<String> keys(RunConfiguration configuration) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < configuration.run().episodes(); i++) {
            keys.add(key(configuration.fingerprint(), configuration.run().firstEpisode() + i));
        }
        return keys;
    }

    private static String key(String configuration, int episode) {
        return configuration + " episode " + episode;
    }

    /** The episode of a key. */
    static int episode(String key) {
        return Integer.parseInt(key.substring(key.lastIndexOf(' ') + 1));
    }

    /** That it is there: its rows are among the {@link #results}. */
    @Override
    public synchronized Optional<Cell> find(String key) {
        return episodes.containsKey(key) ? Optional.of(Cell.of(key)) : Optional.empty();
    }

    @Override
    public synchronized void add(Cell cell) {
        EpisodeResult result = EpisodeCell.result(cell);
        if (result.episode() != episode(cell.key())) {
            throw new IllegalArgumentException("cell '" + cell.key() + "' holds episode " + result.episode());
        }
        folder.ifPresent(path -> cell.files().forEach((name, content) -> write(path, name, content)));
        EpisodeResult known =
                cell.texts().containsKey("host") ? result.by(cell.text("host"), (int) cell.number("attempt")) : result;
        sink.accept(known);
        episodes.put(cell.key(), known);
    }

    /** A name from a network is one of ours, or none. */
    private static void write(Path folder, String name, byte[] content) {
        if (!RunFolder.isTrace(name)) {
            throw new IllegalArgumentException("file '" + name + "' is no trace of an episode");
        }
        Path file = folder.resolve(name);
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    @Override
    public synchronized List<Cell> all() {
        List<Cell> all = new ArrayList<>();
        episodes.forEach((key, result) -> all.add(EpisodeCell.of(key, result, configuration)));
        return all;
    }

    /** All episodes by their number. */
    public synchronized List<EpisodeResult> results() {
        return episodes.values().stream()
                .sorted(Comparator.comparingInt(EpisodeResult::episode))
                .toList();
    }
}
