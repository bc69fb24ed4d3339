package org.teleost.experiments.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.teleost.experiments.runner.StepRecord;

/**
 * Means per decision of what the search did; NaN without decisions.
 *
 * @param treeFull share of decisions that reached the memory budget
 * @param simulatedStepsPerSecond simulated steps over planning time
 * @param allocatedBytes bytes allocated by the planning threads, NaN when the virtual machine does not count
 */
public record SearchMeans(
        double passes,
        double episodes,
        double simulatedSteps,
        double nodes,
        double depth,
        double treeFull,
        double simulatedStepsPerSecond,
        double allocatedBytes) {

    static SearchMeans of(List<StepRecord> steps) {
        double seconds = steps.stream().mapToDouble(StepRecord::planningNanos).sum() / 1e9;
        double simulated =
                steps.stream().mapToDouble(StepRecord::simulatedSteps).sum();
        return new SearchMeans(
                mean(steps, StepRecord::passes),
                mean(steps, StepRecord::searchEpisodes),
                mean(steps, StepRecord::simulatedSteps),
                mean(steps, StepRecord::nodes),
                mean(steps, StepRecord::depth),
                mean(steps, step -> step.treeFull() ? 1.0 : 0.0),
                seconds > 0 && simulated > 0 ? simulated / seconds : Double.NaN,
                mean(steps.stream().filter(step -> step.allocatedBytes() >= 0).toList(), StepRecord::allocatedBytes));
    }

    private static double mean(List<StepRecord> steps, ToDoubleFunction<StepRecord> value) {
        return steps.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
