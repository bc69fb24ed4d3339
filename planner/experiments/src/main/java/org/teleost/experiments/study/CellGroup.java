package org.teleost.experiments.study;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.teleost.experiments.statistics.MeanInterval;

/** Cells that differ in the seed alone; failed ones count in nothing but {@link #failures}. */
public record CellGroup(List<CellResult> seeds) {

    public CellGroup {
        seeds = List.copyOf(seeds);
    }

    /** One of the cells; all but its seed holds for all. */
    public Cell first() {
        return seeds.get(0).cell();
    }

    public long failures() {
        return seeds.stream().filter(cell -> !cell.failure().isEmpty()).count();
    }

    private List<CellResult> sound() {
        return seeds.stream().filter(cell -> cell.failure().isEmpty()).toList();
    }

    /** Mean over the seeds that have a finite value. */
    public MeanInterval mean(ToDoubleFunction<CellResult> value) {
        return MeanInterval.of(
                sound().stream().mapToDouble(value).filter(Double::isFinite).toArray());
    }

    public MeanInterval stepsPerSecond() {
        return mean(CellResult::stepsPerSecond);
    }

    public MeanInterval steadyStepsPerSecond() {
        return mean(CellResult::steadyStepsPerSecond);
    }

    public MeanInterval finalReturn() {
        return mean(CellResult::finalReturn);
    }

    /** Largest of the seeds' values, 0 without seeds. */
    public long largest(ToDoubleFunction<CellResult> value) {
        return (long) sound().stream().mapToDouble(value).max().orElse(0.0);
    }

    /** Transitions by bin of {@link LagSummary}, summed over seeds. */
    long[] lagCounts() {
        long[] sum = new long[0];
        for (CellResult cell : sound()) {
            long[] counts = cell.lag().counts();
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
        List<CellResult> sound = sound();
        int length = sound.stream().mapToInt(cell -> cell.curve().size()).min().orElse(0);
        double[] means = new double[length];
        for (int k = 0; k < length; k++) {
            double sum = 0.0;
            for (CellResult cell : sound) {
                sum += coordinate.applyAsDouble(cell.curve().get(k));
            }
            means[k] = sum / sound.size();
        }
        return means;
    }
}
