package org.teleost.experiments.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a run under faults went.
 *
 * @param finished true if training went on to its end
 * @param injected faults by kind
 * @param noticed failures that training saw, by kind
 * @param restarts fresh environments after failures
 * @param quarantined actors given up
 * @param abandonedThreads threads of hung environments that had not ended with the run
 * @param verified checksums that were right: each transition when it reached the learner and whenever it was drawn
 * @param corrupted transitions whose checksum was wrong; the first one ends the run
 * @param failure why training ended early, empty if it did not
 */
public record FaultResult(
        FaultSettings settings,
        boolean finished,
        double seconds,
        long steps,
        long updates,
        long episodes,
        double stepsPerSecond,
        double updateRatio,
        Map<FaultKind, Long> injected,
        Map<FaultKind, Long> noticed,
        long restarts,
        int quarantined,
        int abandonedThreads,
        LagSummary lag,
        long verified,
        long corrupted,
        String failure) {

    public FaultResult {
        injected = Map.copyOf(injected);
        noticed = Map.copyOf(noticed);
    }

    /** True if training survived and every transition arrived as it was sent. */
    public boolean passed() {
        return finished && corrupted == 0;
    }

    /** Lines of name and value. */
    public List<String> text() {
        return List.of(
                line("training", finished ? "finished" : "failed: " + failure),
                line("time", String.format(Locale.ROOT, "%.1f s", seconds)),
                line("steps", steps + String.format(Locale.ROOT, " (%.1f per second)", stepsPerSecond)),
                line("updates", updates + String.format(Locale.ROOT, " (%.2f per step)", updateRatio)),
                line("episodes", Long.toString(episodes)),
                line("faults injected", counts(injected)),
                line("failures noticed", counts(noticed)),
                line("restarts", Long.toString(restarts)),
                line("quarantined", Integer.toString(quarantined)),
                line("threads left behind", Integer.toString(abandonedThreads)),
                line(
                        "policy lag",
                        String.format(
                                Locale.ROOT,
                                "mean %.1f, p50 %d, p95 %d, max %d updates",
                                lag.mean(),
                                lag.p50(),
                                lag.p95(),
                                lag.largest())),
                line("checksums verified", Long.toString(verified)),
                line("transitions corrupted", Long.toString(corrupted)));
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-22s %s", name, value);
    }

    private static String counts(Map<FaultKind, Long> counts) {
        StringBuilder text = new StringBuilder();
        long sum = 0;
        for (FaultKind kind : FaultKind.values()) {
            long count = counts.getOrDefault(kind, 0L);
            sum += count;
            text.append(text.length() == 0 ? "" : ", ")
                    .append(kind.name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(count);
        }
        return sum + " (" + text + ")";
    }
}
