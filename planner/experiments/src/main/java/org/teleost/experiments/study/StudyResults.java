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
 * @param stopped true if the user stopped it before all cells were done
 */
public record StudyResults(StudySettings settings, List<AloneRate> alone, List<CellResult> cells, boolean stopped) {

    public StudyResults {
        alone = List.copyOf(alone);
        cells = List.copyOf(cells);
    }

    /** Cells that differ in the seed alone, in the order of the grid. */
    public List<CellGroup> groups() {
        Map<String, List<CellResult>> byGroup = new LinkedHashMap<>();
        for (CellResult cell : cells) {
            byGroup.computeIfAbsent(cell.cell().group(), name -> new ArrayList<>())
                    .add(cell);
        }
        List<CellGroup> groups = new ArrayList<>();
        byGroup.values().forEach(seeds -> groups.add(new CellGroup(seeds)));
        return groups;
    }

    /** Cells whose training failed. */
    public long failures() {
        return cells.stream().filter(cell -> !cell.failure().isEmpty()).count();
    }

    /**
     * Steps per second against sync-1 at the same cost, budget and seed, over the seeds that both have; the mean is NaN
     * without any.
     */
    MeanInterval speedUp(CellGroup group) {
        return group.first().straggler() > 1
                ? MeanInterval.of(new double[0])
                : group.mean(cell -> cell.stepsPerSecond() / inTurns(cell.cell()));
    }

    private double inTurns(Cell cell) {
        return cells.stream()
                .filter(other -> other.failure().isEmpty()
                        && other.cell()
                                .equals(new Cell(CollectionMode.SYNC_1, cell.cost(), 1, cell.budget(), cell.seed())))
                .mapToDouble(CellResult::stepsPerSecond)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Steps per second after the warm-up over the sum of what each of the actors does alone; NaN if not measured. */
    double shareOfAlone(CellGroup group) {
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
