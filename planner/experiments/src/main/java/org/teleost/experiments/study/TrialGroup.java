package org.teleost.experiments.study;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.teleost.experiments.statistics.MeanInterval;

/** Trials that differ in the seed alone; failed ones count in nothing but {@link #failures}. */
public record TrialGroup(List<TrialResult> seeds) {

    public TrialGroup {
        seeds = List.copyOf(seeds);
    }

    /** One of the trials; all but its seed holds for all. */
    public Trial first() {
        return seeds.get(0).trial();
    }

    public long failures() {
        return seeds.stream().filter(trial -> !trial.failure().isEmpty()).count();
    }

    private List<TrialResult> sound() {
        return seeds.stream().filter(trial -> trial.failure().isEmpty()).toList();
    }

    /** Mean over the seeds that have a finite value. */
    public MeanInterval mean(ToDoubleFunction<TrialResult> value) {
        return MeanInterval.of(
                sound().stream().mapToDouble(value).filter(Double::isFinite).toArray());
    }

    public MeanInterval stepsPerSecond() {
        return mean(TrialResult::stepsPerSecond);
    }

    public MeanInterval steadyStepsPerSecond() {
        return mean(TrialResult::steadyStepsPerSecond);
    }

    public MeanInterval finalReturn() {
        return mean(TrialResult::finalReturn);
    }

    /** Largest of the seeds' values, 0 without seeds. */
    public long largest(ToDoubleFunction<TrialResult> value) {
        return (long) sound().stream().mapToDouble(value).max().orElse(0.0);
    }

    /** Transitions by bin of {@link LagSummary}, summed over seeds. */
    long[] lagCounts() {
        long[] sum = new long[0];
        for (TrialResult trial : sound()) {
            long[] counts = trial.lag().counts();
            sum = Arrays.copyOf(sum, Math.max(sum.length, counts.length));
            for (int bin = 0; bin < counts.length; bin++) {
                sum[bin] += counts[bin];
            }
        }
        return sum;
    }

    /**
     * Means over the seeds of the k-th points of their curves, as many as the shortest curve has.
     *
     * @param coordinate of a point
     */
    double[] curve(ToDoubleFunction<CurvePoint> coordinate) {
        List<TrialResult> sound = sound();
        int length =
                sound.stream().mapToInt(trial -> trial.curve().size()).min().orElse(0);
        double[] means = new double[length];
        for (int k = 0; k < length; k++) {
            double sum = 0.0;
            for (TrialResult trial : sound) {
                sum += coordinate.applyAsDouble(trial.curve().get(k));
            }
            means[k] = sum / sound.size();
        }
        return means;
    }
}
