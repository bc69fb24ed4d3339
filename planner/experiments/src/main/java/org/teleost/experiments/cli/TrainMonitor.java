package org.teleost.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.teleost.experiments.training.record.EvaluationRow;
import org.teleost.experiments.training.record.ProgressRow;
import org.teleost.experiments.training.session.SeedResult;
import org.teleost.experiments.training.session.TrainingMonitor;
import org.teleost.learn.apt.ActorFailure;
import org.teleost.learn.apt.AptSettings;
import org.teleost.learn.apt.TrainingReport;

/** Shows training on the terminal: a bar, and a line per evaluation or at least every ten seconds. */
final class TrainMonitor implements TrainingMonitor, AutoCloseable {
    private static final double SECONDS_BETWEEN_LINES = 10;
    private static final String FORMAT = "%10s %10s %10s %10s %9s %7s %8s %7s %7s %6s %9s %7s %8s";

    /** Weight of the newest interval in the estimate of the time that is left. */
    private static final double NEWEST = 0.3;

    private final AptSettings settings;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean lines;
    private Progress bar = Progress.startSteps("", 1, 0, false);
    private ProgressRow latest;
    private EvaluationRow unshown;
    private double shownAt;
    private double secondsPerStep;

    TrainMonitor(AptSettings settings, PrintWriter out, PrintWriter err, boolean lines) {
        this.settings = settings;
        this.out = out;
        this.err = err;
        this.lines = lines;
    }

    @Override
    public void seedStarted(long seed, long fromSteps) {
        latest = null;
        unshown = null;
        shownAt = 0;
        secondsPerStep = Double.NaN;
        print("seed " + seed + (fromSteps > 0 ? ", resumed at step " + fromSteps : ""));
        print(String.format(
                Locale.ROOT,
                FORMAT,
                "steps",
                "return",
                "evaluation",
                "critic",
                "actor",
                "alpha",
                "entropy",
                "upd/s",
                "steps/s",
                "ratio",
                "lag/p95",
                "actors",
                "left"));
        bar = Progress.startSteps("seed " + seed, settings.steps(), fromSteps, lines);
    }

    @Override
    public void seedSkipped(SeedResult result) {
        print("seed " + result.seed() + " was finished before"
                + result.last()
                        .map(row -> String.format(Locale.ROOT, ", last evaluation %.2f", row.mean()))
                        .orElse(""));
    }

    @Override
    public void progress(ProgressRow row, TrainingReport report) {
        estimate(row);
        latest = row;
        bar.atStep(
                row.environmentSteps(), String.format(Locale.ROOT, "return %.2f, left %s", row.recentReturn(), left()));
        if (unshown != null || row.wallSeconds() - shownAt >= SECONDS_BETWEEN_LINES) {
            show(row);
        }
    }

    private void estimate(ProgressRow row) {
        if (latest == null) {
            return;
        }
        double pace = (row.wallSeconds() - latest.wallSeconds())
                / Math.max(1, row.environmentSteps() - latest.environmentSteps());
        secondsPerStep = Double.isNaN(secondsPerStep) ? pace : secondsPerStep + NEWEST * (pace - secondsPerStep);
    }

    @Override
    public void evaluating(long environmentSteps, int episode, int episodes) {
        bar.atStep(environmentSteps, "evaluation, episode " + (episode + 1) + " of " + episodes);
    }

    /** An evaluation is shown with the progress of the same step, which follows, unless another comes before. */
    @Override
    public void evaluated(EvaluationRow row) {
        if (unshown != null) {
            showEvaluation(unshown);
        }
        unshown = row;
    }

    @Override
    public void seedEnded(SeedResult result) {
        if (unshown != null) {
            showEvaluation(unshown);
        }
        close();
    }

    private void showEvaluation(EvaluationRow row) {
        unshown = null;
        print(String.format(
                Locale.ROOT,
                "%10d %10s %10.2f  (%s%d episode%s%s)",
                row.environmentSteps(),
                "",
                row.mean(),
                Double.isNaN(row.ci95()) ? "" : String.format(Locale.ROOT, "+- %.2f, ", row.ci95()),
                row.episodes(),
                row.episodes() == 1 ? "" : "s",
                row.best() ? ", best" : ""));
    }

    private void show(ProgressRow row) {
        String evaluation = unshown == null ? "" : String.format(Locale.ROOT, "%.2f", unshown.mean());
        unshown = null;
        shownAt = row.wallSeconds();
        print(String.format(
                Locale.ROOT,
                FORMAT,
                row.environmentSteps(),
                number("%.2f", row.recentReturn()),
                evaluation,
                number("%.4g", row.criticLoss()),
                number("%.4g", row.actorLoss()),
                number("%.4f", row.alpha()),
                number("%.2f", row.entropy()),
                number("%.0f", row.updatesPerSecond()),
                number("%.0f", row.stepsPerSecond()),
                number("%.2f", row.updateRatio()),
                number("%.1f", row.lagMean()) + "/" + row.lag95(),
                actors(row),
                left()));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }

    /** Living actors of all, and restarts if there were any. */
    private String actors(ProgressRow row) {
        String living = settings.actors() - row.quarantined() + "/" + settings.actors();
        return row.restarts() == 0 ? living : living + " r" + row.restarts();
    }

    private String left() {
        if (latest == null || Double.isNaN(secondsPerStep)) {
            return "-";
        }
        long seconds = Math.round(secondsPerStep * Math.max(0, settings.steps() - latest.environmentSteps()));
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void actorFailed(ActorFailure failure) {
        bar.clear();
        err.println("actor " + failure.actor() + " " + failure.cause().name().toLowerCase(Locale.ROOT) + " in episode "
                + failure.episode() + (failure.quarantined() ? ", given up: " : ", restarted: ") + failure.message());
        err.flush();
    }

    @Override
    public void checkpointFailed(Path path, IOException reason) {
        bar.clear();
        err.println("checkpoint " + path + " could not be written, training goes on: " + reason.getMessage());
        err.flush();
    }

    private void print(String line) {
        if (lines) {
            bar.clear();
            out.println(line);
            out.flush();
        }
    }

    @Override
    public void close() {
        bar.close();
        bar = Progress.startSteps("", 1, 0, false);
    }
}
