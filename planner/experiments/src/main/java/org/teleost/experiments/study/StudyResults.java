package org.teleost.experiments.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.learn.apt.CollectionMode;

/**
 * What a study gave so far.
 *
 * @param alone what actors of each cost do alone
 * @param stopped true if the user stopped it before all trials were done
 */
public record StudyResults(StudySettings settings, List<AloneRate> alone, List<TrialResult> trials, boolean stopped) {

    public StudyResults {
        alone = List.copyOf(alone);
        trials = List.copyOf(trials);
    }

    /** Trials that differ in the seed alone, in the order of the grid. */
    public List<TrialGroup> groups() {
        Map<String, List<TrialResult>> byGroup = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            byGroup.computeIfAbsent(trial.trial().group(), name -> new ArrayList<>())
                    .add(trial);
        }
        List<TrialGroup> groups = new ArrayList<>();
        byGroup.values().forEach(seeds -> groups.add(new TrialGroup(seeds)));
        return groups;
    }

    /** Trials whose training failed. */
    public long failures() {
        return trials.stream().filter(trial -> !trial.failure().isEmpty()).count();
    }

    /**
     * Steps per second against sync-1 at the same cost, budget and seed, over the seeds that both have; the mean is NaN
     * without any.
     */
    MeanInterval speedUp(TrialGroup group) {
        return group.first().straggler() > 1
                ? MeanInterval.of(new double[0])
                : group.mean(trial -> trial.stepsPerSecond() / inTurns(trial.trial()));
    }

    private double inTurns(Trial trial) {
        return trials.stream()
                .filter(other -> other.failure().isEmpty()
                        && other.trial()
                                .equals(new Trial(
                                        CollectionMode.SYNC_1, trial.cost(), 1, trial.budget(), trial.seed())))
                .mapToDouble(TrialResult::stepsPerSecond)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Steps per second after the warm-up over the sum of what each of the actors does alone; NaN if not measured. */
    double shareOfAlone(TrialGroup group) {
        double sum = 0.0;
        for (int factor : settings.factors(group.first())) {
            sum += alone.stream()
                    .filter(rate -> rate.factor() == factor)
                    .mapToDouble(AloneRate::stepsPerSecond)
                    .findFirst()
                    .orElse(Double.NaN);
        }
        return group.steadyStepsPerSecond().mean() / sum;
    }
}
