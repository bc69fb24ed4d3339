package org.teleost.experiments.report;

import org.teleost.belief.BeliefHealth.Level;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.StepRecord;

/** A row of episodes.csv; columns {@code metric.NAME} follow, one per counter of the world. */
public record EpisodeRow(
        int episode,
        long seed,
        double discountedReturn,
        int steps,
        boolean succeeded,
        boolean terminated,
        boolean truncated,
        double planningMillisP50,
        double planningMillisP99,
        double planningMillisMax,
        double overshootMillisMax,
        long simulatedSteps,
        Level belief,
        double seconds,
        String decisionDigest,
        String configuration,
        String host,
        int attempt) {

    static EpisodeRow of(EpisodeResult result, String configuration) {
        long overshoot = result.steps().stream()
                .mapToLong(StepRecord::overshootNanos)
                .max()
                .orElse(0);
        return new EpisodeRow(
                result.episode(),
                result.seed(),
                result.discountedReturn(),
                result.steps().size(),
                result.succeeded(),
                result.terminated(),
                result.truncated(),
                result.planningMillis(50),
                result.planningMillis(99),
                result.planningMillis(100),
                overshoot / 1e6,
                result.steps().stream().mapToLong(StepRecord::simulatedSteps).sum(),
                result.worstBelief(),
                result.seconds(),
                String.format("%016x", result.digest()),
                configuration,
                result.host(),
                result.attempt());
    }
}
