package org.teleost.experiments.training.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.Versions;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.experiments.training.record.Curve;
import org.teleost.experiments.training.record.SeedFolder;
import org.teleost.experiments.training.record.TrainingFolder;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.experiments.training.settings.TrainingConfigurator;
import org.teleost.problem.ControlProblem;

/**
 * Trains all seeds of a run, one after another; seeds that an earlier run finished are taken from the folder, and what
 * it wrote of them stays as it is.
 */
public final class TrainingRun {
    private final ControlProblem problem;
    private final TrainingConfiguration configuration;
    private final TrainingFolder folder;
    private final TrainingMonitor monitor;
    private final LongSupplier clock;
    private TrainingConfiguration before;

    /** @param clock nanoseconds, in the manner of {@link System#nanoTime}; any thread calls it */
    public TrainingRun(
            ControlProblem problem,
            TrainingConfiguration configuration,
            TrainingFolder folder,
            TrainingMonitor monitor,
            LongSupplier clock) {
        this.problem = problem;
        this.configuration = configuration;
        this.folder = folder;
        this.monitor = monitor;
        this.clock = clock;
        before = configuration;
    }

    /** Trains until all seeds are done or the user stops it; a seed that fails does not keep the others back. */
    public List<SeedResult> run(StopRequest stop) {
        before = TrainingConfigurator.configure(problem, TrainingFolder.settings(folder.folder()), List.of());
        for (long seed : configuration.run().seedList()) {
            if (finished(seed, folder.seed(seed)).isPresent()) {
                FinishedSeeds.requireSame(folder.folder(), seed, before, configuration);
            }
        }
        List<SeedResult> results = new ArrayList<>();
        for (long seed : configuration.run().seedList()) {
            if (stop.getAsBoolean()) {
                break;
            }
            SeedFolder own = folder.seed(seed);
            Optional<SeedResult> earlier = finished(seed, own);
            if (earlier.isPresent()) {
                monitor.seedSkipped(earlier.get());
                results.add(earlier.get());
                continue;
            }
            SeedRun run = new SeedRun(problem, configuration, seed, own, monitor, clock);
            SeedResult result = run.run(stop, this::begin);
            monitor.seedEnded(result);
            results.add(result);
            folder.writeSummary(summary(results));
        }
        if (ours()) {
            folder.writeSummary(summary(results));
        }
        return results;
    }

    private void begin() {
        folder.write(configuration);
        before = configuration;
    }

    /** Whether summary and plots are of all seeds that the folder's are of. */
    private boolean ours() {
        return before.run().seedList().equals(configuration.run().seedList());
    }

    /** What an earlier run left of a seed whose steps are all done. */
    private Optional<SeedResult> finished(long seed, SeedFolder own) {
        return own.readSummary()
                .filter(summary -> summary.path(SeedSummary.STATUS).asText().equals("finished")
                        && summary.path(SeedSummary.STEPS).asLong()
                                >= configuration.apt().steps())
                .map(summary -> new SeedResult(
                        seed, SeedResult.Status.FINISHED, summary, own.readEvaluations(), Optional.empty()));
    }

    /** Draws the learning curves; returns why there are none, if so. */
    public Optional<String> plot(List<SeedResult> results) {
        if (!ours()) {
            return Optional.empty();
        }
        String title = String.format(
                Locale.ROOT,
                "%s, %s %s, %d actor%s, %s",
                problem.name(),
                configuration.run().algorithm().name(),
                configuration.run().preset().name().toLowerCase(Locale.ROOT),
                configuration.apt().actors(),
                configuration.apt().actors() == 1 ? "" : "s",
                configuration.values().get("mode"));
        return folder.plot(
                title,
                results.stream()
                        .map(result -> new Curve(result.seed(), result.evaluations()))
                        .toList());
    }

    /** Settings, versions, results per seed and over seeds. */
    public ObjectNode summary(List<SeedResult> results) {
        ObjectNode json = Json.object();
        ObjectNode settings = json.putObject("settings");
        before.values().forEach((key, value) -> Json.putAny(settings, key, value));
        ObjectNode versions = json.putObject("versions");
        Versions.current().values().forEach((key, value) -> Json.putAny(versions, key, value));
        json.put("problem", problem.name());
        json.put("status", status(results));
        json.set(SeedSummary.LAST, overSeeds(results, SeedSummary.LAST));
        json.set(SeedSummary.BEST, overSeeds(results, SeedSummary.BEST));
        Json.put(
                json,
                "wallSeconds",
                sum(results, summary -> summary.path("wallSeconds").asDouble()));
        ArrayNode seeds = json.putArray("seeds");
        results.forEach(result -> seeds.add(result.summary()));
        return json;
    }

    private String status(List<SeedResult> results) {
        boolean failed = results.stream().anyMatch(result -> result.status() == SeedResult.Status.FAILED);
        boolean finished = results.size() == configuration.run().seedList().size()
                && results.stream().allMatch(result -> result.status() == SeedResult.Status.FINISHED);
        return finished ? "finished" : failed ? "failed" : "interrupted";
    }

    private static double sum(List<SeedResult> results, ToDoubleFunction<ObjectNode> value) {
        return results.stream()
                .map(SeedResult::summary)
                .mapToDouble(value)
                .filter(Double::isFinite)
                .sum();
    }

    /** Means of the evaluations over seeds. */
    private static ObjectNode overSeeds(List<SeedResult> results, String which) {
        double[] means = results.stream()
                .map(result -> result.summary().path(which).path("mean"))
                .filter(node -> node.isNumber())
                .mapToDouble(node -> node.asDouble())
                .sorted()
                .toArray();
        int n = means.length;
        MeanInterval interval = MeanInterval.of(means);
        ObjectNode json = Json.object();
        json.put("seeds", n);
        Json.put(json, "median", n == 0 ? Double.NaN : 0.5 * (means[(n - 1) / 2] + means[n / 2]));
        Json.put(json, "mean", interval.mean());
        Json.put(json, "standardError", interval.deviation() / Math.sqrt(n));
        Json.put(json, "ci95", interval.halfWidth());
        Json.put(json, "min", n == 0 ? Double.NaN : means[0]);
        Json.put(json, "max", n == 0 ? Double.NaN : means[n - 1]);
        return json;
    }
}
