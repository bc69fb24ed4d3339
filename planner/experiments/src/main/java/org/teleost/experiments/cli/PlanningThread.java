package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.runner.Policies;
import org.teleost.experiments.runner.PolicyFactory;
import org.teleost.experiments.runner.Series;
import org.teleost.experiments.runner.SeriesOutcome;
import org.teleost.live.LiveFeed;
import org.teleost.problem.Problem;

/** Runs a series beside the window that shows it; prints and writes nothing. */
final class PlanningThread implements AutoCloseable {
    private static final PrintWriter SILENT = new PrintWriter(Writer.nullWriter());

    private final LiveFeed feed;
    private final Thread thread;
    private volatile boolean stop;
    private volatile Throwable failure;
    private volatile String lastWord = "";

    /** Begins to plan; throws a ConfigException when the configuration names no policy. */
    PlanningThread(Problem problem, RunConfiguration configuration, LiveFeed feed) {
        this.feed = feed;
        PolicyFactory policies = Policies.named(problem, configuration);
        thread = new Thread(() -> plan(problem, configuration, policies), "teleost-planning");
        thread.start();
    }

    private void plan(Problem problem, RunConfiguration configuration, PolicyFactory policies) {
        try (Progress progress = Progress.start(problem.name(), 1, 1, false)) {
            PlanMonitor monitor =
                    new PlanMonitor(configuration, Optional.empty(), Optional.of(feed), progress, SILENT, false);
            SeriesOutcome outcome = new Series(problem, configuration, policies, monitor, () -> stop).run(List.of());
            failure = outcome.failure().orElse(null);
            lastWord = monitor.lastWord(outcome);
            feed.end(lastWord);
        } catch (RuntimeException | Error e) {
            failure = e;
            feed.end("the planner failed: " + e.getMessage());
        }
    }

    /** How the series went, once it is closed; empty when it failed. */
    String lastWord() {
        return lastWord;
    }

    /** What ended the series early, once it is closed. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Stops after the decision that is under way. */
    @Override
    public void close() {
        stop = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
