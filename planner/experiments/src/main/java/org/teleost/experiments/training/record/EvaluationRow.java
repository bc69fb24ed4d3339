package org.teleost.experiments.training.record;

import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.experiments.training.evaluation.EvaluationResult;

/**
 * A row of evaluations.csv: the deterministic policy on the evaluation episodes.
 *
 * @param policyVersion updates that the policy had
 * @param mean mean undiscounted return
 * @param deviation sample standard deviation, NaN for one episode
 * @param ci95 half width of the 95 % interval of the mean, NaN for one episode
 * @param successRate NaN if the problem does not say
 * @param best whether no earlier evaluation was as good
 */
public record EvaluationRow(
        long environmentSteps,
        double wallSeconds,
        double trainingSeconds,
        long policyVersion,
        int episodes,
        double mean,
        double deviation,
        double standardError,
        double ci95,
        double worst,
        double highest,
        double successRate,
        double stepsMean,
        double microsecondsPerAction,
        boolean best) {

    public static EvaluationRow of(
            long environmentSteps, long policyVersion, Elapsed elapsed, EvaluationResult result, boolean best) {
        MeanInterval returns = result.returns();
        return new EvaluationRow(
                environmentSteps,
                elapsed.wallSeconds(),
                elapsed.trainingSeconds(),
                policyVersion,
                result.episodes().size(),
                returns.mean(),
                returns.deviation(),
                result.standardError(),
                returns.halfWidth(),
                result.worst(),
                result.best(),
                result.successRate(),
                result.stepsMean(),
                result.microsecondsPerAction(),
                best);
    }
}
