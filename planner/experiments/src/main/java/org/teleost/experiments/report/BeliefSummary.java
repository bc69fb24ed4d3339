package org.teleost.experiments.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.experiments.runner.StepRecord;

/**
 * How the belief fared.
 *
 * @param updates belief updates; 0 when the policy kept no belief
 * @param levels updates by health
 * @param meanEffectiveShare mean of effective sample size over particles
 * @param leastEffectiveShare the lowest such share
 * @param updateMillis mean duration of an update
 */
public record BeliefSummary(
        long updates,
        Map<Level, Long> levels,
        double meanEffectiveShare,
        double leastEffectiveShare,
        double updateMillis) {

    /** Whether most updates ended in a belief that knows nothing of the observation. */
    public boolean mostlyLost() {
        return 2 * levels.getOrDefault(Level.LOST, 0L) > updates;
    }

    /** Says what mostly lost means and what to do, for people. */
    public String lostText() {
        return "the belief was lost in " + levels.get(Level.LOST) + " of " + updates
                + " updates: no particle found possible what the world showed, and the plans were made on an older belief";
    }

    static BeliefSummary of(List<StepRecord> steps) {
        List<StepRecord> updates = steps.stream()
                .filter(step -> !Double.isNaN(step.effectiveSampleShare()))
                .toList();
        Map<Level, Long> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            levels.put(
                    level,
                    updates.stream().filter(step -> step.belief() == level).count());
        }
        return new BeliefSummary(
                updates.size(),
                levels,
                updates.stream()
                        .mapToDouble(StepRecord::effectiveSampleShare)
                        .average()
                        .orElse(Double.NaN),
                updates.stream()
                        .mapToDouble(StepRecord::effectiveSampleShare)
                        .min()
                        .orElse(Double.NaN),
                updates.stream().mapToDouble(StepRecord::beliefNanos).average().orElse(Double.NaN) / 1e6);
    }
}
