package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.report.BeliefSummary;
import org.teleost.experiments.report.FirstDecision;
import org.teleost.experiments.report.RunFolder;
import org.teleost.experiments.report.RunSummary;
import org.teleost.experiments.report.TraceObserver;
import org.teleost.experiments.runner.EpisodeObserver;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.EpisodeSeeds;
import org.teleost.experiments.runner.SeriesListener;
import org.teleost.experiments.runner.SeriesOutcome;
import org.teleost.live.LiveFeed;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Preview;

/** Shows a series on the terminal and hands its episodes to the folder and to live viewers. */
final class PlanMonitor implements SeriesListener {
    private final RunConfiguration configuration;
    private final Optional<RunFolder> folder;
    private final Optional<LiveFeed> feed;
    private final Progress progress;
    private final PrintWriter out;
    private final boolean lines;
    private int done;
    private double sum;
    private String firstDecision = "";
    private boolean begun;

    PlanMonitor(
            RunConfiguration configuration,
            Optional<RunFolder> folder,
            Optional<LiveFeed> feed,
            Progress progress,
            PrintWriter out,
            boolean lines) {
        this.configuration = configuration;
        this.folder = folder;
        this.feed = feed;
        this.progress = progress;
        this.out = out;
        this.lines = lines;
    }

    /** Prints the head of the table and the episodes that an earlier run left. */
    void begin() {
        if (lines) {
            out.println(EpisodeLines.header());
            out.flush();
        }
        folder.ifPresent(f -> f.finished().forEach(this::show));
    }

    @Override
    public void warmingUp(double seconds) {
        progress.at(done, 0, String.format(Locale.ROOT, "warming up %.0f s", seconds));
    }

    @Override
    public EpisodeObserver episodeStarted(int episode, GenerativeModel model, EpisodeSeeds seeds) {
        EpisodeObserver trace = configuration.run().trace() && folder.isPresent()
                ? folder.get().trace(episode, model, seeds)
                : EpisodeObserver.NONE;
        EpisodeObserver seen = feed.isEmpty()
                ? trace
                : trace.and(TraceObserver.live(feed.get(), episode, model, seeds, configuration));
        boolean first = !begun;
        begun = true;
        int rows = seen == EpisodeObserver.NONE ? Preview.ROWS : seen.treeRows();
        return first ? seen.and(new FirstDecision(model, rows, text -> firstDecision = text)) : seen;
    }

    @Override
    public void stepFinished(int episode, int step) {
        progress.at(done, step + 1, "step " + (step + 1) + mean());
    }

    private String mean() {
        return done == 0 ? "" : String.format(Locale.ROOT, ", mean return %.2f", sum / done);
    }

    @Override
    public void episodeFinished(EpisodeResult result) {
        show(result);
        folder.ifPresent(f -> f.append(result));
    }

    @Override
    public void episodeAbandoned(int episode, boolean failed) {
        if (!failed && configuration.run().trace()) {
            folder.ifPresent(f -> f.discardTrace(episode));
        }
    }

    /** What the planner meant to do after the first action of this run, empty if it didn't say. */
    String firstDecision() {
        return firstDecision;
    }

    /** What live viewers are told when the series is over. */
    String lastWord(SeriesOutcome outcome) {
        String mean = done == 0 ? "" : String.format(Locale.ROOT, ", mean discounted return %.2f", sum / done);
        String why = outcome.failure()
                .map(fault -> "failed: " + fault.getMessage())
                .orElse(outcome.interrupted() ? "was stopped" : "has finished");
        BeliefSummary belief = RunSummary.of(configuration, outcome).belief();
        return "the planner " + why + "; " + done + (done == 1 ? " episode" : " episodes") + mean
                + (belief.mostlyLost() ? "; " + belief.lostText() : "");
    }

    private void show(EpisodeResult result) {
        done++;
        sum += result.discountedReturn();
        if (lines) {
            progress.clear();
            out.println(EpisodeLines.line(result));
            out.flush();
        }
        progress.at(done, 0, mean());
    }
}
