package org.teleost.experiments.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.Versions;

/** A study as text, CSV, JSON and Markdown, and what of that lies in its folder. */
public final class StudyReport {
    private StudyReport() {}

    /** The table and what actors do alone. */
    public static List<String> text(StudyResults results) {
        List<String> lines = new ArrayList<>(StudyTable.of(results).text());
        lines.add("");
        lines.add("alone, steps/s by cost: "
                + results.alone().stream()
                        .map(rate -> String.format(Locale.ROOT, "%d: %.1f", rate.factor(), rate.stepsPerSecond()))
                        .collect(Collectors.joining(", ")));
        if (results.stopped()) {
            lines.add("stopped early; --resume goes on");
        }
        return lines;
    }

    /** Means of every group, what actors do alone, settings and machine. */
    public static ObjectNode json(StudyResults results) {
        ObjectNode json = Json.object();
        json.set("settings", Json.tree(results.settings()));
        ObjectNode versions = json.putObject("versions");
        Versions.current().values().forEach((key, value) -> Json.putAny(versions, key, value));
        json.put("stopped", results.stopped());
        json.put("failures", results.failures());
        json.set("alone", Json.tree(results.alone()));
        ArrayNode groups = json.putArray("groups");
        for (TrialGroup group : results.groups()) {
            groups.add(json(results, group));
        }
        return json;
    }

    private static ObjectNode json(StudyResults results, TrialGroup group) {
        ObjectNode json = Json.object();
        Trial trial = group.first();
        json.put("mode", Trial.text(trial.mode()));
        json.put("cost", trial.cost());
        json.put("straggler", trial.straggler());
        json.put("budget", trial.budget().text());
        json.put("seeds", group.seeds().size());
        json.put("failures", group.failures());
        Json.put(json, "stepsPerSecond", group.stepsPerSecond().mean());
        Json.put(json, "steadyStepsPerSecond", group.steadyStepsPerSecond().mean());
        Json.put(json, "stepsPerSecondCi95", group.stepsPerSecond().halfWidth());
        Json.put(json, "speedUp", results.speedUp(group).mean());
        Json.put(json, "speedUpCi95", results.speedUp(group).halfWidth());
        Json.put(json, "shareOfAlone", results.shareOfAlone(group));
        Json.put(
                json,
                "updatesPerSecond",
                group.mean(TrialResult::updatesPerSecond).mean());
        Json.put(json, "updateRatio", group.mean(TrialResult::updateRatio).mean());
        Json.put(json, "lagMean", group.mean(result -> result.lag().mean()).mean());
        json.put("lagP50", group.largest(result -> result.lag().p50()));
        json.put("lagP95", group.largest(result -> result.lag().p95()));
        json.put("lagMax", group.largest(result -> result.lag().largest()));
        Json.put(
                json,
                "learnerWaitShare",
                group.mean(TrialResult::learnerWaitShare).mean());
        Json.put(json, "actorWaitShare", group.mean(TrialResult::actorWaitShare).mean());
        Json.put(json, "finalReturn", group.finalReturn().mean());
        Json.put(json, "finalReturnCi95", group.finalReturn().halfWidth());
        return json;
    }

    /** Writes everything into the folder; returns what could not be drawn, if anything. */
    public static List<String> write(StudyResults results, ExperimentFolder folder) {
        folder.write("study.csv", StudyCsv.trials(results));
        folder.write("curves.csv", StudyCsv.curves(results));
        StudyPlots plots = StudyPlots.draw(results, folder.path());
        for (String plot : plots.files()) {
            folder.file(plot + ".png");
            folder.file(plot + ".svg");
        }
        folder.write("report.md", markdown(results, plots.files()));
        folder.writeSummary(json(results));
        return plots.problems();
    }

    private static String markdown(StudyResults results, List<String> plots) {
        StudySettings settings = results.settings();
        Versions machine = Versions.current();
        List<String> lines = new ArrayList<>();
        lines.add("## Asynchronous training of " + settings.problem());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%d actors (sync-1: one), learner %s, batch %d, updates per step %s when taking turns and %s to %s in"
                        + " asynchronous mode (from %s with a straggler), %d random steps first; a costlier"
                        + " environment %s. %d cores, Java %s, %s %s.",
                settings.actors(),
                settings.learner(),
                settings.batchSize(),
                settings.ratio().target(),
                settings.ratio().minimum(),
                settings.ratio().maximum(),
                settings.stragglerMinimum(),
                settings.warmUpSteps(),
                settings.costKind() == CostKind.COMPUTE ? "computes longer" : "waits longer",
                machine.cores(),
                machine.java(),
                machine.os(),
                machine.architecture()));
        lines.add("");
        lines.addAll(StudyTable.of(results).markdown());
        lines.add("");
        lines.add(
                "`of sync-1` compares steps per second at the same cost, budget and seed; +- are 95 % intervals of means over"
                        + " seeds; `of alone` is the rate after the"
                        + " warm-up over the sum of what each actor does with a policy and no learner. Lags are in updates,"
                        + " p50 and p95 upper bounds of at most twice the lag. Returns are means of "
                        + settings.evaluationEpisodes()
                        + " episodes with deterministic actions, evaluated after the run.");
        lines.add("");
        lines.add("| cost | alone, steps/s |");
        lines.add("|---|---|");
        results.alone()
                .forEach(rate ->
                        lines.add(String.format(Locale.ROOT, "| %d | %.1f |", rate.factor(), rate.stepsPerSecond())));
        for (String plot : plots) {
            lines.add("");
            lines.add("![" + plot + "](" + plot + ".png)");
        }
        failures(results, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void failures(StudyResults results, List<String> lines) {
        for (TrialResult trial : results.trials()) {
            if (!trial.failure().isEmpty()) {
                lines.add("");
                lines.add("Failed: " + trial.trial().name() + ": " + trial.failure());
            }
        }
    }
}
