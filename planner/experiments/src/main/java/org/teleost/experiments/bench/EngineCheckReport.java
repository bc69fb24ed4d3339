package org.teleost.experiments.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.experiments.config.ByteSize;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.JsonSummary;
import org.teleost.experiments.report.Versions;

/** The check of an engine as a table and as JSON. */
public final class EngineCheckReport {
    private EngineCheckReport() {}

    /** The table. */
    public static List<String> text(EngineCheck check) {
        List<String> lines = new ArrayList<>();
        lines.add("engine " + check.engine() + ": " + check.description());
        lines.add("decisions compared with the host's, bit for bit");
        for (Agreement agreement : check.agreements()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-20s %s",
                    agreement.problem(),
                    agreement.differences().isEmpty()
                            ? "the same"
                            : "DIFFERENT " + agreement.differences().get(0)));
        }
        lines.add(String.format(
                Locale.ROOT,
                "%s %14s %12s %16s %18s %14s",
                check.scaled(),
                "episodes/pass",
                "ms/pass",
                "episodes/s",
                "simulated steps/s",
                "device memory"));
        for (PassScaling row : check.scaling()) {
            lines.add(scaling(check.scaled().length(), row));
        }
        check.latencies().forEach(latency -> lines.add(latency(latency)));
        return lines;
    }

    private static String scaling(int indent, PassScaling row) {
        String name = " ".repeat(indent);
        return row.measured()
                ? String.format(
                        Locale.ROOT,
                        "%s %,14d %12.3f %,16.0f %,18.0f %14s",
                        name,
                        row.episodes(),
                        1e3 * row.passSeconds(),
                        row.episodesPerSecond(),
                        row.stepsPerSecond(),
                        ByteSize.text(row.deviceBytes()))
                : String.format(Locale.ROOT, "%s %,14d   not measured: --seconds leaves no time", name, row.episodes());
    }

    private static String latency(DecisionLatency latency) {
        return String.format(
                Locale.ROOT,
                "budget %-6s planning p50/p99/max %.2f/%.2f/%.2f ms, overshoot %.2f/%.2f/%.2f ms, %d decisions",
                latency.budget().text(),
                latency.planning().percentile(50),
                latency.planning().percentile(99),
                latency.planning().max(),
                latency.overshoot().percentile(50),
                latency.overshoot().percentile(99),
                latency.overshoot().max(),
                latency.decisions());
    }

    /** The same and the machine. */
    public static ObjectNode json(EngineCheck check) {
        ObjectNode json = Json.object();
        ObjectNode versions = json.putObject("versions");
        Versions.current().values().forEach((key, value) -> Json.putAny(versions, key, value));
        json.put("engine", check.engine());
        json.put("description", check.description());
        json.put("agrees", check.agrees());
        ArrayNode agreements = json.putArray("agreements");
        for (Agreement agreement : check.agreements()) {
            ObjectNode row = agreements.addObject();
            row.put("problem", agreement.problem());
            row.put("decisions", agreement.decisions());
            ArrayNode differences = row.putArray("differences");
            agreement.differences().forEach(differences::add);
        }
        json.put("scaled", check.scaled());
        ArrayNode scaling = json.putArray("scaling");
        for (PassScaling measured : check.scaling()) {
            ObjectNode row = scaling.addObject();
            row.put("episodesPerPass", measured.episodes());
            Json.put(row, "passMillis", 1e3 * measured.passSeconds());
            Json.put(row, "episodesPerSecond", measured.episodesPerSecond());
            Json.put(row, "simulatedStepsPerSecond", measured.stepsPerSecond());
            row.put("deviceBytes", measured.deviceBytes());
        }
        ArrayNode latencies = json.putArray("latencies");
        for (DecisionLatency latency : check.latencies()) {
            ObjectNode row = latencies.addObject();
            row.put("budget", latency.budget().text());
            row.put("decisions", latency.decisions());
            row.set("planningMillis", JsonSummary.latency(latency.planning()));
            row.set("overshootMillis", JsonSummary.latency(latency.overshoot()));
        }
        return json;
    }
}
