package org.teleost.experiments.study;

import java.util.stream.Collectors;

/** A study's trials and return curves as comma-separated values; unknown numbers are empty. */
final class StudyCsv {
    private StudyCsv() {}

    /** A row for each trial. */
    static String trials(StudyResults results) {
        StringBuilder csv = new StringBuilder("mode,cost,straggler,budget,seed,steps,updates,seconds,stepsPerSecond,"
                + "steadyStepsPerSecond,updatesPerSecond,updateRatio,lagMean,lagP50,lagP95,lagMax,learnerWaitShare,"
                + "actorWaitShare,actorSteps,finalReturn,failed\n");
        for (TrialResult result : results.trials()) {
            LagSummary lag = result.lag();
            row(
                    csv,
                    key(result.trial()),
                    result.steps(),
                    result.updates(),
                    result.seconds(),
                    result.stepsPerSecond(),
                    result.steadyStepsPerSecond(),
                    result.updatesPerSecond(),
                    result.updateRatio(),
                    lag.mean(),
                    lag.p50(),
                    lag.p95(),
                    lag.largest(),
                    result.learnerWaitShare(),
                    result.actorWaitShare(),
                    result.actorSteps().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                    result.finalReturn(),
                    !result.failure().isEmpty());
        }
        return csv.toString();
    }

    /** A row for each evaluation. */
    static String curves(StudyResults results) {
        StringBuilder csv = new StringBuilder("mode,cost,straggler,budget,seed,steps,updates,seconds,return,ci95\n");
        for (TrialResult result : results.trials()) {
            for (CurvePoint point : result.curve()) {
                row(
                        csv,
                        key(result.trial()),
                        point.steps(),
                        point.updates(),
                        point.seconds(),
                        point.meanReturn(),
                        point.ci95());
            }
        }
        return csv.toString();
    }

    private static String key(Trial trial) {
        return Trial.text(trial.mode()) + "," + trial.cost() + "," + trial.straggler() + ","
                + trial.budget().text() + "," + trial.seed();
    }

    private static void row(StringBuilder csv, Object... values) {
        for (int i = 0; i < values.length; i++) {
            boolean unknown = values[i] instanceof Double number && !Double.isFinite(number);
            csv.append(i == 0 ? "" : ",").append(unknown ? "" : values[i]);
        }
        csv.append('\n');
    }
}
