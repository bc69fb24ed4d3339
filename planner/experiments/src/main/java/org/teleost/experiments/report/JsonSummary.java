package org.teleost.experiments.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.statistics.Latency;
import org.teleost.experiments.statistics.MeanInterval;

/** The summary as a JSON object; {@code ci95} is the half width of a 95 % interval, unknown numbers are null. */
public final class JsonSummary {
    private JsonSummary() {}

    /** Results with the settings that matter most. */
    public static ObjectNode results(RunSummary summary) {
        RunConfiguration configuration = summary.configuration();
        ObjectNode json = Json.object();
        json.put("problem", configuration.problem());
        json.put("policy", configuration.run().policy());
        json.put("engine", configuration.run().engine());
        json.put("seed", configuration.run().seed());
        json.put("episodes", summary.outcome().episodes().size());
        json.put("budget", configuration.run().budget().text());
        json.put("threads", configuration.planner().threads());
        json.set("discountedReturn", mean(summary.discountedReturn()));
        Json.put(json, "successRate", summary.success().rate());
        json.set(
                "successRate95",
                range(summary.success().low(), summary.success().high()));
        Json.put(json, "stepsMean", summary.steps().mean());
        json.set("successfulSteps", mean(summary.successfulSteps()));
        json.set("planningMillis", latency(summary.planning()));
        json.set("overshootMillis", latency(summary.overshoot()));
        search(json, summary.search());
        json.set("belief", belief(summary.belief()));
        ObjectNode metrics = json.putObject("metrics");
        summary.metrics().forEach((name, interval) -> metrics.set(name, mean(interval)));
        json.put("decisionDigest", String.format(Locale.ROOT, "%016x", summary.digest()));
        json.put("configuration", configuration.fingerprint());
        ObjectNode hosts = json.putObject("hosts");
        summary.hosts().forEach(hosts::put);
        json.put("interrupted", summary.outcome().interrupted());
        json.put(
                "failure",
                summary.outcome().failure().map(Throwable::getMessage).orElse(null));
        return json;
    }

    /** Results with the full configuration and the machine. */
    public static ObjectNode full(RunSummary summary) {
        ObjectNode json = Json.object();
        ObjectNode settings = json.putObject("settings");
        summary.configuration().values().forEach((key, value) -> Json.putAny(settings, key, value));
        ObjectNode machine = json.putObject("versions");
        Versions.current().values().forEach((key, value) -> Json.putAny(machine, key, value));
        json.set("results", results(summary));
        return json;
    }

    private static void search(ObjectNode json, SearchMeans search) {
        Json.put(json, "simulatedStepsPerSecond", search.simulatedStepsPerSecond());
        Json.put(json, "allocatedBytesPerDecision", search.allocatedBytes());
        Json.put(json, "passesMean", search.passes());
        Json.put(json, "searchEpisodesMean", search.episodes());
        Json.put(json, "simulatedStepsMean", search.simulatedSteps());
        Json.put(json, "nodesMean", search.nodes());
        Json.put(json, "depthMean", search.depth());
        Json.put(json, "treeFullShare", search.treeFull());
    }

    private static ObjectNode belief(BeliefSummary belief) {
        ObjectNode json = Json.object();
        json.put("updates", belief.updates());
        belief.levels().forEach((level, count) -> json.put(level.name().toLowerCase(Locale.ROOT), count));
        Json.put(json, "meanEffectiveShare", belief.meanEffectiveShare());
        Json.put(json, "leastEffectiveShare", belief.leastEffectiveShare());
        Json.put(json, "updateMillis", belief.updateMillis());
        return json;
    }

    private static ObjectNode mean(MeanInterval interval) {
        ObjectNode json = Json.object();
        Json.put(json, "mean", interval.mean());
        Json.put(json, "ci95", interval.halfWidth());
        Json.put(json, "standardDeviation", interval.deviation());
        json.put("count", interval.count());
        return json;
    }

    private static ObjectNode range(double low, double high) {
        ObjectNode json = Json.object();
        Json.put(json, "low", low);
        Json.put(json, "high", high);
        return json;
    }

    /** p50, p99 and max in milliseconds. */
    public static ObjectNode latency(Latency latency) {
        ObjectNode json = Json.object();
        Json.put(json, "p50", latency.percentile(50));
        Json.put(json, "p99", latency.percentile(99));
        Json.put(json, "max", latency.max());
        return json;
    }
}
