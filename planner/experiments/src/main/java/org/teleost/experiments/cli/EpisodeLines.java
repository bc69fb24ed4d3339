package org.teleost.experiments.cli;

import java.util.Locale;
import org.teleost.experiments.runner.EpisodeResult;

/** The table of episodes on standard output. */
final class EpisodeLines {
    private static final String FORMAT = "%7s  %20s  %10s  %5s  %7s  %11s  %s";

    private EpisodeLines() {}

    static String header() {
        return String.format(
                Locale.ROOT, FORMAT, "episode", "seed", "return", "steps", "success", "plan p99 ms", "belief");
    }

    static String line(EpisodeResult episode) {
        boolean believed = episode.steps().stream().anyMatch(step -> !Double.isNaN(step.effectiveSampleShare()));
        return String.format(
                Locale.ROOT,
                FORMAT,
                episode.episode(),
                episode.seed(),
                String.format(Locale.ROOT, "%.3f", episode.discountedReturn()),
                episode.steps().size(),
                episode.succeeded() ? "yes" : "no",
                String.format(Locale.ROOT, "%.2f", episode.planningMillis(99)),
                believed ? episode.worstBelief().name().toLowerCase(Locale.ROOT) : "-");
    }
}
