package org.teleost.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;

/**
 * Compares sampled observation frequencies with likelihoods where all observations can be listed.
 *
 * <p>For one (state, action): every frequent next state s' is tested against Z(o|s',a) = exp(logLikelihood) / norm(a);
 * the rest together against the mean of Z over their next states, for which Pearson's statistic is conservative. The
 * norm, sum over o of exp(logLikelihood), must be the same for all next states of an action: a norm that varies weighs
 * particles wrongly.
 */
final class ObservationTable {
    private static final int MOST_OBSERVATIONS = 4096;
    private static final int MOST_EVALUATIONS = 400_000;
    private static final int OWN_TESTS = 4;
    private static final int LEAST_COUNT = 200;
    private static final double NORM_TOLERANCE = 1e-4;

    /** Chance that a correct model is looked at twice. */
    private static final double SUSPICIOUS = 0.02;

    private final GenerativeModel model;
    private final Map<Integer, Double> logNorms = new HashMap<>();
    private final double threshold;

    ObservationTable(Subject subject) {
        model = subject.model;
        threshold =
                subject.settings.significance() / (Math.max(1, subject.settings.likelihoodTests()) * (OWN_TESTS + 1));
    }

    boolean enumerable() {
        return model.observationCount() > 0 && model.observationCount() <= MOST_OBSERVATIONS;
    }

    /** What disagrees beyond chance, or null. */
    String mismatch(StepSample sample) {
        return disagreement(sample, threshold);
    }

    /** What disagrees enough for a second look, or null. */
    String suspicion(StepSample sample) {
        return disagreement(sample, SUSPICIOUS);
    }

    private String disagreement(StepSample sample, double least) {
        if (!enumerable() || sample.total == 0) {
            return null;
        }
        int count = (int) model.observationCount();
        double[] row = new double[count];
        double[] pooled = new double[count];
        long[] pooledCounts = new long[count];
        double pooledTotal = 0.0;
        int own = 0;
        int most = Math.max(1, MOST_EVALUATIONS / count);
        List<StepSample.Group> groups = sample.groups.subList(0, Math.min(most, sample.groups.size()));
        for (StepSample.Group group : groups) {
            String problem = fill(row, sample.action, group.nextState);
            if (problem != null) {
                return problem;
            }
            if (group.total >= LEAST_COUNT && own < OWN_TESTS) {
                own++;
                long[] counts = new long[count];
                group.counts.forEach((observation, times) -> counts[observation.intValue()] = times);
                problem = compare(row, counts, " with next state " + model.stateText(group.nextState), least);
                if (problem != null) {
                    return problem;
                }
                continue;
            }
            group.counts.forEach((observation, times) -> pooledCounts[observation.intValue()] += times);
            pooledTotal += group.total;
            for (int o = 0; o < count; o++) {
                pooled[o] += group.total * row[o];
            }
        }
        for (int o = 0; o < count; o++) {
            pooled[o] /= Math.max(1.0, pooledTotal);
        }
        return pooledTotal < LEAST_COUNT ? null : compare(pooled, pooledCounts, " averaged over next states", least);
    }

    // Z(.|s',a) into row; reports a norm that differs from the action's first one
    private String fill(double[] row, int action, State nextState) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < row.length; o++) {
            row[o] = model.logLikelihood(o, action, nextState);
            if (Double.isNaN(row[o]) || row[o] == Double.POSITIVE_INFINITY) {
                return "logLikelihood=" + row[o] + " for observation " + o
                        + "; return a finite number, or negative infinity when impossible";
            }
            largest = Math.max(largest, row[o]);
        }
        double sum = 0.0;
        for (int o = 0; o < row.length; o++) {
            row[o] = Math.exp(row[o] - largest);
            sum += row[o];
        }
        for (int o = 0; o < row.length; o++) {
            row[o] /= sum;
        }
        double logNorm = largest + Math.log(sum);
        Double known = logNorms.putIfAbsent(action, logNorm);
        if (known != null && Math.abs(known - logNorm) > NORM_TOLERANCE) {
            return "likelihoods of all observations sum to " + Math.exp(logNorm) + " with next state "
                    + model.stateText(nextState) + " but to " + Math.exp(known)
                    + " with another; the sum must not depend on the next state, divide by it";
        }
        return null;
    }

    private String compare(double[] probabilities, long[] counts, String where, double least) {
        double pValue = ChiSquare.goodnessOfFit(probabilities, counts);
        if (pValue >= least) {
            return null;
        }
        long total = 0;
        for (long times : counts) {
            total += times;
        }
        int worst = 0;
        double distance = -1.0;
        for (int o = 0; o < counts.length; o++) {
            double expected = total * probabilities[o];
            double d = Math.abs(counts[o] - expected) / Math.sqrt(expected + 1.0);
            if (d > distance) {
                distance = d;
                worst = o;
            }
        }
        return "observation " + worst + " (" + model.observationText(worst) + ") was sampled with frequency "
                + (double) counts[worst] / total + " but has likelihood " + probabilities[worst] + where
                + " (samples=" + total + ", those after which the episode goes on; chi-square p=" + pValue
                + "); make step and logLikelihood describe one distribution, given that the episode goes on";
    }
}
