package org.teleost.envs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.ExperimentProvider;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiment.report.LinePlot;
import org.teleost.experiment.report.MemoryReport;

class ValidateFluidTest {
    private final ValidateFluid validate = new ValidateFluid();

    @TempDir
    private Path folder;

    @Test
    void chosenCasesAreMeasuredAndReported() {
        MemoryReport report = new MemoryReport(folder);

        ExperimentOutcome outcome = validate.run(quick("vortices,hanging", CellStore.inMemory()), report);

        assertThat(outcome).as(report.lines().toString()).isEqualTo(ExperimentOutcome.COMPLETE);
        assertThat(report.lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("vortices in time") && line.contains("inside"));
        assertThat(report.results()).containsEntry("inside", 4).containsEntry("outside", 0);
        assertThat(report.tables().get(0).rows()).hasSize(4);
        assertThat(report.figures()).anySatisfy(figure -> {
            assertThat(figure).isInstanceOf(LinePlot.class);
            assertThat(((LinePlot) figure).curves().get(0).x()).hasSize(2);
        });
        assertThat(report.fraction()).isEqualTo(1.0);
    }

    @Test
    void casesOfAnEarlierRunAreTakenOver() {
        CellStore cells = CellStore.inMemory();
        validate.run(quick("hanging", cells), new MemoryReport(folder));
        MemoryReport report = new MemoryReport(folder);

        validate.run(quick("hanging", cells), report);

        assertThat(report.lines().get(0)).contains("hanging rope", "(earlier)");
    }

    @Test
    void stoppedCaseLeavesNoResult() {
        CellStore cells = CellStore.inMemory();
        ExperimentInput stopped =
                ExperimentInput.defaults(validate, folder, cells, () -> true).with("quick", "true");

        assertThat(validate.run(stopped, new MemoryReport(folder))).isEqualTo(ExperimentOutcome.STOPPED);
        assertThat(cells.all()).isEmpty();
    }

    @Test
    void unknownCaseIsRefusedWithAllNames() {
        assertThatThrownBy(() -> validate.check(quick("cylindre", CellStore.inMemory())))
                .hasMessageContaining("--case=cylindre; allowed are")
                .hasMessageContaining("cylinder-re-100");
    }

    @Test
    void theExperimentIsInstalled() {
        assertThat(ServiceLoader.load(ExperimentProvider.class).stream()
                        .flatMap(provider -> provider.get().experiments().stream()))
                .anyMatch(ValidateFluid.class::isInstance);
    }

    @Test
    void orderIsThatOfTheSmallestSizes() {
        assertThat(new Refinement(new double[] {4.0, 2.0, 1.0}, new double[] {9.0, 4.0, 1.0}).order())
                .isEqualTo(2.0);
        assertThatThrownBy(() -> new Refinement(new double[] {1.0}, new double[] {1.0}))
                .hasMessageContaining("sizes=1");
    }

    private ExperimentInput quick(String cases, CellStore cells) {
        return ExperimentInput.defaults(validate, folder, cells, () -> false)
                .with("quick", "true")
                .with("case", cases)
                .with("threads", "1");
    }
}
