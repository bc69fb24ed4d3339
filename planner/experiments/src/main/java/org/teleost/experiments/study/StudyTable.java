package org.teleost.experiments.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.experiments.statistics.MeanInterval;

/** A study's table: a row for each group of trials, numbers already text. */
record StudyTable(List<String> header, List<List<String>> rows) {
    private static final List<String> HEADER = List.of(
            "mode",
            "cost",
            "straggler",
            "budget",
            "seeds",
            "steps/s",
            "of sync-1",
            "of alone",
            "updates/s",
            "ratio",
            "lag mean",
            "lag p50",
            "lag p95",
            "lag max",
            "learner waits",
            "actors wait",
            "final return");

    static StudyTable of(StudyResults results) {
        List<List<String>> rows = new ArrayList<>();
        results.groups().forEach(group -> rows.add(row(results, group)));
        return new StudyTable(HEADER, rows);
    }

    private static List<String> row(StudyResults results, TrialGroup group) {
        Trial trial = group.first();
        String failed = group.failures() == 0 ? "" : " (" + group.failures() + " failed)";
        return List.of(
                Trial.text(trial.mode()),
                Integer.toString(trial.cost()),
                trial.straggler() == 1 ? "-" : trial.straggler() + "x",
                trial.budget().text(),
                group.seeds().size() + failed,
                interval(group.stepsPerSecond(), "%.1f"),
                interval(results.speedUp(group), "%.2f"),
                percent(results.shareOfAlone(group)),
                number(group.mean(TrialResult::updatesPerSecond).mean(), "%.1f"),
                number(group.mean(TrialResult::updateRatio).mean(), "%.2f"),
                number(group.mean(result -> result.lag().mean()).mean(), "%.1f"),
                Long.toString(group.largest(result -> result.lag().p50())),
                Long.toString(group.largest(result -> result.lag().p95())),
                Long.toString(group.largest(result -> result.lag().largest())),
                percent(group.mean(TrialResult::learnerWaitShare).mean()),
                percent(group.mean(TrialResult::actorWaitShare).mean()),
                interval(group.finalReturn(), "%.1f"));
    }

    private static String percent(double share) {
        return number(100.0 * share, "%.1f%%");
    }

    /** With the half width of the 95 % interval over seeds, if there are several. */
    private static String interval(MeanInterval value, String format) {
        String mean = number(value.mean(), format);
        return value.count() < 2 ? mean : mean + " +- " + number(value.halfWidth(), format);
    }

    private static String number(double value, String format) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }

    /** Aligned lines for a terminal. */
    List<String> text() {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, header);
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int c = column;
                int width = all.stream().mapToInt(r -> r.get(c).length()).max().orElse(0);
                line.append(" ".repeat(width - row.get(column).length()))
                        .append(row.get(column))
                        .append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** Lines of a Markdown table. */
    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| " + String.join(" | ", header) + " |");
        lines.add("|" + "---|".repeat(header.size()));
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        return lines;
    }
}
