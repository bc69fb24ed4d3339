package org.teleost.experiments.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.folder.ResultFolder;
import org.teleost.experiments.folder.ResultFolder.Existing;
import org.teleost.experiments.folder.ResultFolder.Removal;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.runner.EpisodeObserver;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.EpisodeSeeds;
import org.teleost.model.GenerativeModel;
import org.teleost.storage.WriteFailure;

/** The folder that a run writes: episodes.csv, steps.csv, a trace per episode, summary.json and the plot. */
public final class RunFolder implements AutoCloseable {
    private static final Pattern RESULTS =
            Pattern.compile("episode-\\d+\\.mcap|(episodes|steps)\\.csv|summary\\.json|returns\\.(svg|png)");

    private final ResultFolder hold;
    private final Path folder;
    private final RunConfiguration configuration;
    private final List<EpisodeResult> finished;
    private EpisodeLog log;
    private int last = -1;
    private boolean unordered;

    /** Creates the folder and checks that it can be written, before anything is computed. */
    public RunFolder(Path folder, RunConfiguration configuration, Existing existing) {
        this.folder = folder;
        this.configuration = configuration;
        hold = ResultFolder.open(folder, "episodes.csv", existing, Removal.ofFiles(RESULTS));
        try {
            finished =
                    existing == Existing.RESUME ? EarlierEpisodes.read(folder, configuration.fingerprint()) : List.of();
            log = finished.isEmpty()
                    ? new EpisodeLog(folder, configuration.fingerprint())
                    : EpisodeLog.resume(folder, configuration.fingerprint(), finished);
        } catch (RuntimeException | Error e) {
            hold.close();
            throw e;
        }
    }

    /** Episodes of an earlier run that were taken over. */
    public List<EpisodeResult> finished() {
        return finished;
    }

    public Path folder() {
        return folder;
    }

    /** Starts the trace of an episode. */
    public EpisodeObserver trace(int episode, GenerativeModel model, EpisodeSeeds seeds) {
        return TraceObserver.file(traceFile(episode), episode, model, seeds, configuration);
    }

    /** Adds a finished episode; it is on disk when this returns. */
    public void append(EpisodeResult result) {
        log.append(result);
        unordered |= result.episode() < last;
        last = result.episode();
    }

    /** Removes the trace of an episode that the user stopped. */
    public void discardTrace(int episode) {
        try {
            Files.deleteIfExists(traceFile(episode));
        } catch (IOException e) {
            throw DiskText.cannotWrite(traceFile(episode), e);
        }
    }

    /**
     * Writes summary.json and the plot; returns why none could be drawn, if so.
     *
     * @throws UncheckedIOException if the disk does not take them
     */
    public Optional<String> finish(RunSummary summary) {
        if (unordered) {
            // several machines finish in any order: the rows are those of one
            log.close();
            log = EpisodeLog.resume(
                    folder, configuration.fingerprint(), summary.outcome().episodes());
            unordered = false;
        }
        DiskText.replace(folder.resolve("summary.json"), Json.pretty(JsonSummary.full(summary)));
        if (summary.outcome().episodes().isEmpty()) {
            return Optional.empty();
        }
        try {
            String title = configuration.problem() + ", " + configuration.run().policy() + ", "
                    + configuration.run().budget().text();
            ReturnsPlot.write(folder, title, summary.outcome().episodes());
            return Optional.empty();
        } catch (WriteFailure e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            return Optional.of("no plot: " + rootMessage(e));
        }
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("") + " ("
                + root.getClass().getName() + ")";
    }

    private Path traceFile(int episode) {
        return folder.resolve(traceName(episode));
    }

    static String traceName(int episode) {
        return String.format(Locale.ROOT, "episode-%04d.mcap", episode);
    }

    static boolean isTrace(String name) {
        return name.matches("episode-\\d{4,10}\\.mcap");
    }

    /** Closes the files; a run without a finished episode leaves no empty ones. */
    @Override
    public void close() {
        try {
            log.close();
        } finally {
            hold.close();
        }
        if (folder.resolve("episodes.csv").toFile().length() > 0) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("episodes.csv"));
            Files.deleteIfExists(folder.resolve("steps.csv"));
            try (Stream<Path> rest = Files.list(folder)) {
                if (rest.findAny().isEmpty()) {
                    Files.delete(folder);
                }
            }
        } catch (IOException e) {
            throw DiskText.cannotWrite(folder, e);
        }
    }
}
