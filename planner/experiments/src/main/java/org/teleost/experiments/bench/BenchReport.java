package org.teleost.experiments.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.JsonSummary;
import org.teleost.experiments.report.Versions;
import org.teleost.experiments.statistics.Latency;

/** Results as text and JSON. */
public final class BenchReport {
    private BenchReport() {}

    /** A paragraph for one problem. */
    public static List<String> text(BenchResult result) {
        Throughput t = result.throughput();
        List<String> lines = new ArrayList<>();
        lines.add(result.problem());
        lines.add(rate(1, t.singleStepsPerSecond(), t.singleEpisodesPerSecond()));
        if (t.threads() > 1) {
            lines.add(rate(t.threads(), t.stepsPerSecond(), t.episodesPerSecond())
                    + String.format(Locale.ROOT, ", scaling %.2fx", t.scaling()));
        }
        for (DecisionLatency latency : result.latencies()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  budget %-6s planning %s, overshoot %s, %.0f bytes, %d decisions",
                    latency.budget().text(),
                    percentiles(latency.planning()),
                    percentiles(latency.overshoot()),
                    latency.allocatedBytes(),
                    latency.decisions()));
        }
        return lines;
    }

    private static String rate(int threads, double steps, double episodes) {
        return String.format(
                Locale.ROOT,
                "  %d thread%s %,14.0f simulated steps/s %,12.0f episodes/s",
                threads,
                threads == 1 ? " " : "s",
                steps,
                episodes);
    }

    private static String percentiles(Latency latency) {
        return String.format(
                Locale.ROOT,
                "p50/p99/max %.2f/%.2f/%.2f ms",
                latency.percentile(50),
                latency.percentile(99),
                latency.max());
    }

    /** All problems and the machine. */
    public static ObjectNode json(List<BenchResult> results) {
        ObjectNode json = Json.object();
        ObjectNode versions = json.putObject("versions");
        Versions.current().values().forEach((key, value) -> Json.putAny(versions, key, value));
        ArrayNode problems = json.putArray("problems");
        for (BenchResult result : results) {
            ObjectNode entry = problems.addObject();
            entry.put("problem", result.problem());
            throughput(entry, result.throughput());
            ArrayNode latencies = entry.putArray("latencies");
            for (DecisionLatency latency : result.latencies()) {
                ObjectNode row = latencies.addObject();
                row.put("budget", latency.budget().text());
                row.put("decisions", latency.decisions());
                row.set("planningMillis", JsonSummary.latency(latency.planning()));
                row.set("overshootMillis", JsonSummary.latency(latency.overshoot()));
                Json.put(row, "allocatedBytesPerDecision", latency.allocatedBytes());
            }
        }
        return json;
    }

    private static void throughput(ObjectNode entry, Throughput throughput) {
        entry.put("threads", throughput.threads());
        Json.put(entry, "simulatedStepsPerSecond1", throughput.singleStepsPerSecond());
        Json.put(entry, "episodesPerSecond1", throughput.singleEpisodesPerSecond());
        Json.put(entry, "simulatedStepsPerSecond", throughput.stepsPerSecond());
        Json.put(entry, "episodesPerSecond", throughput.episodesPerSecond());
        Json.put(entry, "scaling", throughput.scaling());
    }
}
