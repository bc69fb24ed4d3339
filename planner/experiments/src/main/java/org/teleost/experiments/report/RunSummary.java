package org.teleost.experiments.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.SeriesOutcome;
import org.teleost.experiments.runner.StepRecord;
import org.teleost.experiments.statistics.Latency;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.experiments.statistics.RateInterval;

/**
 * What a series comes to.
 *
 * @param steps steps of all episodes
 * @param successfulSteps steps of the episodes that succeeded
 * @param metrics the world's counters, mean per episode
 * @param search means per decision of the search
 * @param digest hash over the decisions of all episodes in order
 */
public record RunSummary(
        RunConfiguration configuration,
        SeriesOutcome outcome,
        MeanInterval discountedReturn,
        RateInterval success,
        MeanInterval steps,
        MeanInterval successfulSteps,
        Map<String, MeanInterval> metrics,
        Latency planning,
        Latency overshoot,
        SearchMeans search,
        BeliefSummary belief,
        long digest) {

    /** Summarises the finished episodes. */
    public static RunSummary of(RunConfiguration configuration, SeriesOutcome outcome) {
        List<EpisodeResult> episodes = outcome.episodes();
        List<StepRecord> steps =
                episodes.stream().flatMap(episode -> episode.steps().stream()).toList();
        List<EpisodeResult> successes =
                episodes.stream().filter(EpisodeResult::succeeded).toList();
        Latency planning = new Latency();
        Latency overshoot = new Latency();
        for (StepRecord step : steps) {
            planning.record(step.planningNanos());
            overshoot.record(step.overshootNanos());
        }
        return new RunSummary(
                configuration,
                outcome,
                interval(episodes, EpisodeResult::discountedReturn),
                RateInterval.of(successes.size(), episodes.size()),
                interval(episodes, episode -> episode.steps().size()),
                interval(successes, episode -> episode.steps().size()),
                metrics(episodes),
                planning,
                overshoot,
                SearchMeans.of(steps),
                BeliefSummary.of(steps),
                digest(episodes));
    }

    /** Episodes by the machine that ran them. */
    public Map<String, Integer> hosts() {
        Map<String, Integer> hosts = new TreeMap<>();
        outcome.episodes().stream()
                .filter(episode -> !episode.host().isEmpty())
                .forEach(episode -> hosts.merge(episode.host(), 1, Integer::sum));
        return hosts;
    }

    /** The same for people, with what it means for a budget of time. */
    String hostsText() {
        String counts = hosts().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return counts
                + (configuration.run().budget().timed()
                        ? "; a budget of time buys different amounts of planning on them"
                        : "");
    }

    /** True when every episode that was asked for is in. */
    public boolean complete() {
        return outcome.failure().isEmpty() && !outcome.interrupted();
    }

    private static MeanInterval interval(Collection<EpisodeResult> episodes, ToDoubleFunction<EpisodeResult> value) {
        return MeanInterval.of(episodes.stream().mapToDouble(value).toArray());
    }

    private static Map<String, MeanInterval> metrics(List<EpisodeResult> episodes) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        episodes.forEach(episode -> names.addAll(episode.metrics().keySet()));
        Map<String, MeanInterval> metrics = new LinkedHashMap<>();
        for (String name : names) {
            double[] values = episodes.stream()
                    .mapToDouble(episode -> episode.metrics().getOrDefault(name, Double.NaN))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            metrics.put(name, MeanInterval.of(values));
        }
        return metrics;
    }

    private static long digest(List<EpisodeResult> episodes) {
        long hash = 0;
        for (EpisodeResult episode : episodes) {
            hash = (hash ^ episode.digest()) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
