package org.teleost.experiments.training.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.teleost.experiments.statistics.MeanInterval;

/**
 * What the episodes of an evaluation earned.
 *
 * @param episodes in order, at least one
 * @param actNanos time spent on deciding, summed over all steps
 */
public record EvaluationResult(List<EpisodeScore> episodes, long actNanos) {
    public EvaluationResult {
        episodes = List.copyOf(episodes);
    }

    /** Undiscounted returns. */
    public MeanInterval returns() {
        return MeanInterval.of(values(EpisodeScore::undiscountedReturn));
    }

    /** Standard error of the mean return, NaN for one episode. */
    public double standardError() {
        return returns().deviation() / Math.sqrt(episodes.size());
    }

    public double worst() {
        return episodes.stream()
                .mapToDouble(EpisodeScore::undiscountedReturn)
                .min()
                .orElse(Double.NaN);
    }

    public double best() {
        return episodes.stream()
                .mapToDouble(EpisodeScore::undiscountedReturn)
                .max()
                .orElse(Double.NaN);
    }

    /** Share of episodes that succeeded, NaN if the problem does not say. */
    public double successRate() {
        return MeanInterval.of(
                        values(score -> Double.isNaN(score.success()) ? Double.NaN : score.success() > 0.5 ? 1.0 : 0.0))
                .mean();
    }

    /** Mean length of an episode. */
    public double stepsMean() {
        return MeanInterval.of(values(EpisodeScore::steps)).mean();
    }

    public double microsecondsPerAction() {
        return actNanos / 1e3 / episodes.stream().mapToLong(EpisodeScore::steps).sum();
    }

    private double[] values(ToDoubleFunction<EpisodeScore> value) {
        return episodes.stream().mapToDouble(value).toArray();
    }
}
