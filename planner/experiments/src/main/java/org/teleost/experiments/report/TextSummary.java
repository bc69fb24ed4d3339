package org.teleost.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.experiments.config.RunSettings;
import org.teleost.experiments.statistics.Latency;
import org.teleost.experiments.statistics.MeanInterval;

/** The summary for people: one fact per line, plain ASCII. */
public final class TextSummary {
    private final List<String> lines = new ArrayList<>();

    private TextSummary() {}

    /** Lines of the summary. */
    public static List<String> of(RunSummary summary) {
        TextSummary text = new TextSummary();
        text.results(summary);
        text.timing(summary);
        if (summary.search().simulatedSteps() > 0) {
            text.search(summary.search());
        }
        text.belief(summary.belief());
        if (summary.hosts().size() > 1) {
            text.add("hosts", "%s", summary.hostsText());
        }
        text.add("decision digest", "%016x", summary.digest());
        return text.lines;
    }

    private void results(RunSummary summary) {
        RunSettings run = summary.configuration().run();
        int done = summary.outcome().episodes().size();
        add(
                "problem",
                "%s, policy %s, budget %s, threads %d, seed %d",
                summary.configuration().problem(),
                run.policy(),
                run.budget().text(),
                summary.configuration().planner().threads(),
                run.seed());
        add("episodes", "%d%s", done, summary.complete() ? "" : " of " + run.episodes() + " (stopped early)");
        add("discounted return", "%s", plusMinus(summary.discountedReturn()));
        if (done > 0) {
            add(
                    "success rate",
                    "%.1f %%  (95 %%: %.1f to %.1f %%)",
                    100 * summary.success().rate(),
                    100 * summary.success().low(),
                    100 * summary.success().high());
        }
        add("steps", "%s", plusMinus(summary.steps()));
        if (summary.successfulSteps().count() > 0) {
            add("steps of successes", "%s", plusMinus(summary.successfulSteps()));
        }
        summary.metrics().forEach((name, interval) -> add(name + " / episode", "%s", plusMinus(interval)));
    }

    private void timing(RunSummary summary) {
        Latency planning = summary.planning();
        if (!(planning.max() > 0)) {
            return;
        }
        add(
                "planning time",
                "%s, budget %s",
                percentiles(planning),
                summary.configuration().run().budget().text());
        if (summary.configuration().run().budget().timed()) {
            add("overshoot", "%s", percentiles(summary.overshoot()));
        }
    }

    private void search(SearchMeans search) {
        add("throughput", "%,.0f simulated steps/s", search.simulatedStepsPerSecond());
        add(
                "per decision",
                "%.1f passes, %,.0f episodes, %,.0f steps, %,.0f nodes, depth %.1f",
                search.passes(),
                search.episodes(),
                search.simulatedSteps(),
                search.nodes(),
                search.depth());
        if (!Double.isNaN(search.allocatedBytes())) {
            add("allocation", "%,.0f bytes / decision", search.allocatedBytes());
        }
        if (search.treeFull() > 0) {
            add("tree full", "%.1f %% of decisions; give it more with --memory", 100 * search.treeFull());
        }
    }

    private void belief(BeliefSummary belief) {
        if (belief.updates() == 0) {
            return;
        }
        add(
                "belief",
                "%d healthy, %d degraded, %d recovered, %d lost; effective %.0f %% (least %.1f %%); %.2f ms each",
                belief.levels().get(Level.HEALTHY),
                belief.levels().get(Level.DEGRADED),
                belief.levels().get(Level.RECOVERED),
                belief.levels().get(Level.LOST),
                100 * belief.meanEffectiveShare(),
                100 * belief.leastEffectiveShare(),
                belief.updateMillis());
    }

    /** {@code 58.80 +- 2.10}; the half width is left out when it is unknown. */
    static String plusMinus(MeanInterval interval) {
        if (Double.isNaN(interval.mean())) {
            return "-";
        }
        return plusMinus("%.2f", interval.mean(), interval.halfWidth());
    }

    /** {@code 1.000 +- 0.250} with this format for both; one episode has no half width, and none is shown. */
    public static String plusMinus(String format, double mean, double halfWidth) {
        String text = String.format(Locale.ROOT, format, mean);
        return Double.isNaN(halfWidth) ? text : text + " +- " + String.format(Locale.ROOT, format, halfWidth);
    }

    private static String percentiles(Latency latency) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p99 %.2f ms, max %.2f ms",
                latency.percentile(50),
                latency.percentile(99),
                latency.max());
    }

    private void add(String label, String format, Object... values) {
        lines.add(String.format("%-20s ", label) + String.format(Locale.ROOT, format, values));
    }
}
