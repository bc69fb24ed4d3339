package org.teleost.experiments.training.record;

import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.apt.TrainingReport;

/**
 * A row of progress.csv. Counts and times are over all resumptions, {@code stepsPerSecond} and {@code updatesPerSecond}
 * over the interval since the row before, evaluations left out. Metrics are those of the last update, NaN before it.
 *
 * @param wallSeconds time since training began, without pauses between resumptions
 * @param trainingSeconds the same without evaluations
 */
public record ProgressRow(
        long environmentSteps,
        double wallSeconds,
        double trainingSeconds,
        long updates,
        double updateRatio,
        double stepsPerSecond,
        double updatesPerSecond,
        long episodes,
        double recentReturn,
        double criticLoss,
        double actorLoss,
        double actionValue,
        double alpha,
        double entropy,
        boolean finite,
        double lagMean,
        long lag50,
        long lag95,
        long lag99,
        long lagLargest,
        long tooOld,
        int replaySize,
        double replayMeanAge,
        long restarts,
        int quarantined,
        int abandonedThreads,
        double learnerWaitSeconds,
        double actorWaitSeconds) {

    /**
     * The row of a report.
     *
     * @param earlier the row before, null for the first
     */
    public static ProgressRow of(TrainingReport report, UpdateMetrics metrics, Elapsed elapsed, ProgressRow earlier) {
        double seconds = elapsed.trainingSeconds() - (earlier == null ? 0.0 : earlier.trainingSeconds);
        long steps = report.environmentSteps() - (earlier == null ? 0 : earlier.environmentSteps);
        long updates = report.updates() - (earlier == null ? 0 : earlier.updates);
        boolean learned = report.updates() > 0;
        return new ProgressRow(
                report.environmentSteps(),
                elapsed.wallSeconds(),
                elapsed.trainingSeconds(),
                report.updates(),
                report.updateRatio(),
                steps / seconds,
                updates / seconds,
                report.episodes(),
                report.recentReturn(),
                learned ? metrics.criticLoss : Double.NaN,
                learned ? metrics.actorLoss : Double.NaN,
                learned ? metrics.actionValue : Double.NaN,
                learned ? metrics.alpha : Double.NaN,
                learned ? metrics.entropy : Double.NaN,
                !learned || metrics.finite,
                report.lag().mean(),
                report.lag().quantile(0.5),
                report.lag().quantile(0.95),
                report.lag().quantile(0.99),
                report.lag().largest(),
                report.tooOld(),
                report.replaySize(),
                report.replayMeanAge(),
                report.restarts(),
                report.quarantined(),
                report.abandonedThreads(),
                report.learnerWaitNanos() / 1e9,
                report.actorWaitNanos() / 1e9);
    }
}
