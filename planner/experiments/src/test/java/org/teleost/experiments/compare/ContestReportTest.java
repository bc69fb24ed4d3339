package org.teleost.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiment.report.Curve;
import org.teleost.experiment.report.LinePlot;
import org.teleost.experiment.report.MemoryReport;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.config.SolverSpec;
import org.teleost.experiments.corridor.CorridorProblem;
import org.teleost.plan.Budget;

class ContestReportTest {
    /** A corridor of three steps and one of two, walked at random. */
    private static List<LinePlot> plots() {
        Contest contest = new Contest(
                List.of(CorridorProblem.sound(), new CorridorProblem("short", 2, "NONE")),
                List.of(SolverSpec.parse("always-right"), SolverSpec.parse("random")),
                List.of(Budget.ofEpisodes(20), Budget.ofEpisodes(5)),
                3,
                List.of(new Setting("seed", "1", "--seed"), new Setting("threads", "1", "--threads")));
        MemoryReport report = new MemoryReport(Path.of("unused"));
        new Comparison(contest, 1).run(CellStore.inMemory(), report, () -> false);
        return report.figures().stream().map(LinePlot.class::cast).toList();
    }

    @Test
    void eachProblemHasItsOwnPictureAndAPlaceInTheOneOfAll() {
        List<LinePlot> plots = plots();
        assertThat(plots).extracting(LinePlot::name).containsExactly("corridor", "short", "corridor", "short");
        assertThat(plots.get(0).title()).isEqualTo("corridor, 3 episodes, 95 % intervals");
    }

    @Test
    void pointsStandInOrderOfTheBudgetWithTheirIntervals() {
        List<Curve> curves = plots().get(0).curves();
        assertThat(curves.get(0).x()).containsExactly(5.0, 20.0);
        assertThat(curves.get(0).y()).containsOnly(CorridorProblem.RETURN_OF_ALWAYS_RIGHT);
        assertThat(curves.get(0).error()).containsOnly(0.0);
        assertThat(curves.get(1).error()[0]).isGreaterThan(0.0);
        // what is random is the walk, not the budget
        assertThat(curves.get(1).error()[1]).isCloseTo(curves.get(1).error()[0], within(1e-9));
    }
}
