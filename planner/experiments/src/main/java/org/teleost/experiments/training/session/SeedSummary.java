package org.teleost.experiments.training.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.training.record.Elapsed;
import org.teleost.experiments.training.record.EvaluationRow;
import org.teleost.learn.apt.ActorHealth;
import org.teleost.learn.apt.LagHistogram;
import org.teleost.learn.apt.TrainingReport;

/** The results of one seed as JSON. */
final class SeedSummary {
    static final String STATUS = "status";
    static final String STEPS = "environmentSteps";
    static final String BEST = "best";
    static final String LAST = "last";

    private SeedSummary() {}

    static ObjectNode of(long seed, SeedResult.Status status, TrainingReport report, Elapsed elapsed) {
        ObjectNode json = Json.object();
        json.put("seed", seed);
        json.put(STATUS, status.name().toLowerCase(Locale.ROOT));
        json.put(STEPS, report.environmentSteps());
        json.put("updates", report.updates());
        Json.put(json, "updateRatio", report.updateRatio());
        json.put("episodes", report.episodes());
        Json.put(json, "recentReturn", report.recentReturn());
        Json.put(json, "wallSeconds", elapsed.wallSeconds());
        Json.put(json, "trainingSeconds", elapsed.trainingSeconds());
        Json.put(json, "stepsPerSecond", report.environmentSteps() / elapsed.trainingSeconds());
        Json.put(json, "updatesPerSecond", report.updates() / elapsed.trainingSeconds());
        json.set("lag", lag(report.lag()));
        json.put("tooOld", report.tooOld());
        json.put("replaySize", report.replaySize());
        json.put("restarts", report.restarts());
        json.put("quarantined", report.quarantined());
        json.put("abandonedThreads", report.abandonedThreads());
        Json.put(json, "learnerWaitSeconds", report.learnerWaitNanos() / 1e9);
        Json.put(json, "actorWaitSeconds", report.actorWaitNanos() / 1e9);
        ArrayNode actors = json.putArray("actors");
        report.actors().forEach(actor -> actors.add(actor(actor)));
        return json;
    }

    /** Bin 0 counts lag 0, bin k the lags from 2^(k-1) to 2^k - 1; empty bins at the end are left out. */
    private static ObjectNode lag(LagHistogram lag) {
        ObjectNode json = Json.object();
        Json.put(json, "mean", lag.mean());
        json.put("p50", lag.quantile(0.5));
        json.put("p95", lag.quantile(0.95));
        json.put("p99", lag.quantile(0.99));
        json.put("largest", lag.largest());
        ArrayNode bins = json.putArray("histogram");
        long seen = 0;
        for (int bin = 0; seen < lag.count(); bin++) {
            bins.add(lag.count(bin));
            seen += lag.count(bin);
        }
        return json;
    }

    private static ObjectNode actor(ActorHealth actor) {
        ObjectNode json = Json.object();
        json.put("actor", actor.actor());
        json.put("steps", actor.steps());
        json.put("episodes", actor.episodes());
        json.put("restarts", actor.restarts());
        json.put("quarantined", actor.quarantined());
        json.put("lastFailure", actor.lastFailure());
        return json;
    }

    static ObjectNode evaluation(EvaluationRow row) {
        ObjectNode json = Json.object();
        json.put(STEPS, row.environmentSteps());
        json.put("policyVersion", row.policyVersion());
        json.put("episodes", row.episodes());
        Json.put(json, "mean", row.mean());
        Json.put(json, "standardDeviation", row.deviation());
        Json.put(json, "standardError", row.standardError());
        Json.put(json, "ci95", row.ci95());
        Json.put(json, "min", row.worst());
        Json.put(json, "max", row.highest());
        Json.put(json, "successRate", row.successRate());
        return json;
    }
}
