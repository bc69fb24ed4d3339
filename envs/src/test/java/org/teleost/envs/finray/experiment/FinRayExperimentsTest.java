package org.teleost.envs.finray.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRaySettings;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.envs.finray.scoring.Measurement;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.sinusoid.BestSinusoids;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.ExperimentProvider;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiment.report.Figure;
import org.teleost.experiment.report.MemoryReport;
import org.teleost.experiment.report.Table;

class FinRayExperimentsTest {
    @TempDir
    private Path folder;

    private final CellStore cells = CellStore.inMemory();

    @Test
    void areOfferedAsCommands() {
        assertThat(ServiceLoader.load(ExperimentProvider.class))
                .flatExtracting(ExperimentProvider::experiments)
                .extracting(experiment -> experiment.group() + " " + experiment.name())
                .contains("finray grid", "finray waves", "finray compare");
    }

    private ExperimentInput grid(CellStore store) {
        return ExperimentInput.defaults(new GridExperiment(), folder, store, () -> false)
                .with("cells", "8")
                .with("amplitudes", "2")
                .with("phases", "3")
                .with("frequencies", "1,2")
                .with("discarded", "0")
                .with("periods", "1")
                .with("refine", "1");
    }

    @Test
    void gridScoresEverySinusoidAndLooksCloserAtTheBest() throws IOException {
        MemoryReport report = new MemoryReport(folder);

        ExperimentOutcome outcome = new GridExperiment().run(grid(cells).with("threads", "2"), report);

        assertThat(outcome).isEqualTo(ExperimentOutcome.COMPLETE);
        Table all = table(report, "grid");
        // the passive ray, 2 amplitudes x 3 phases x 2 multiples, and neighbours of the best
        assertThat(all.rows().size()).isBetween(1 + 12 + 5, 1 + 12 + 24);
        assertThat(cells.all()).hasSize(all.rows().size());
        assertThat(report.figures())
                .extracting(Figure::name)
                .containsExactly("thrust-1", "efficiency-1", "thrust-2", "efficiency-2");
        assertThat(table(report, "thrust-1").rows()).hasSize(2);
        assertThat(report.results()).containsKeys("passive", "lambda", "thrust", "balanced");
        double best = (double) table(report, "best").rows().get(0).get(4);
        assertThat(table(report, "best").rows().get(2)).startsWith("passive", 1, 0.0, 0.0);
        assertThat(all.rows()).allSatisfy(row -> assertThat((double) row.get(3)).isLessThanOrEqualTo(best));
    }

    @Test
    void frequenciesThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> new GridExperiment().check(grid(cells).with("frequencies", "2,2")))
                .hasMessageContaining("--frequencies [2, 2]: must rise");
    }

    @Test
    void gridGoesOnWhereItWasStoppedWithTheSameNumbers() throws IOException {
        MemoryReport whole = new MemoryReport(folder);
        new GridExperiment().run(grid(CellStore.inMemory()).with("threads", "1"), whole);
        MemoryReport part = new MemoryReport(folder);
        ExperimentInput stopping = ExperimentInput.defaults(
                        new GridExperiment(), folder, cells, () -> cells.all().size() >= 4)
                .with("cells", "8")
                .with("amplitudes", "2")
                .with("phases", "3")
                .with("frequencies", "1,2")
                .with("discarded", "0")
                .with("periods", "1")
                .with("refine", "1")
                .with("threads", "1");

        assertThat(new GridExperiment().run(stopping, part)).isEqualTo(ExperimentOutcome.STOPPED);
        assertThat(table(part, "grid").rows()).hasSize(4);
        assertThat(part.results()).isEmpty();

        MemoryReport rest = new MemoryReport(folder);
        new GridExperiment().run(grid(cells).with("threads", "2"), rest);
        assertThat(table(rest, "grid").rows()).isEqualTo(table(whole, "grid").rows());
        // finished cells are not announced again
        assertThat(rest.lines().size()).isEqualTo(whole.lines().size() - 4);
    }

    @Test
    void compareScoresTheSinusoidsOnBothGridsAndShowsThem() throws IOException {
        MemoryReport report = new MemoryReport(folder);
        ExperimentInput input = ExperimentInput.defaults(new CompareExperiment(), folder, cells, () -> false)
                .with("cells", "8,12")
                .with("starts", "2")
                .with("discarded", "0")
                .with("periods", "1")
                .with("threads", "2");

        assertThat(new CompareExperiment().run(input, report)).isEqualTo(ExperimentOutcome.COMPLETE);

        // passive ray, three sinusoids and six waves on two grids, and extrapolated
        assertThat(table(report, "compare").rows()).hasSize(10 * 3);
        assertThat(table(report, "waveforms").rows())
                .hasSize(10)
                .allSatisfy(row -> assertThat(row).hasSize(13));
        assertThat(report.tables()).extracting(Table::name).doesNotContain("gains");
        // three series each, and four moments of the sinusoid and, but for balanced, of a wave
        assertThat(report.figures()).hasSize(3 * 3 + 4 * (2 + 2 + 1));
        assertThat(report.results())
                .containsKeys("passive", "thrust-sinusoid", "efficiency-sinusoid", "balanced-sinusoid");
        for (String trace : report.files()) {
            assertThat(folder.resolve(trace)).isNotEmptyFile();
        }
        assertThat(report.files()).contains("passive.mcap", "thrust-sinusoid.mcap");
    }

    @Test
    void wavesAreSearchedAndGoOnWhereTheyWereStopped() throws IOException {
        MemoryReport whole = new MemoryReport(folder);
        assertThat(new WavesExperiment().run(waves(CellStore.inMemory(), false), whole))
                .isEqualTo(ExperimentOutcome.COMPLETE);
        // three families for each of two objectives
        assertThat(table(whole, "waves").rows()).hasSize(6);
        double sinusoid = new Measurement(0, 1)
                .of(
                        new FinRay(FinRaySetup.of(FinRaySettings.of(1000.0, 8))),
                        BestSinusoids.standard().get(Objective.THRUST),
                        0)
                .thrustCoefficient();
        assertThat((double) table(whole, "waves").rows().get(0).get(2)).isGreaterThanOrEqualTo(sinusoid);

        assertThat(new WavesExperiment().run(waves(cells, true), new MemoryReport(folder)))
                .isEqualTo(ExperimentOutcome.STOPPED);
        assertThat(cells.all()).hasSize(10);
        MemoryReport rest = new MemoryReport(folder);
        new WavesExperiment().run(waves(cells, false), rest);
        assertThat(table(rest, "waves").rows()).isEqualTo(table(whole, "waves").rows());
        assertThat(rest.lines()).hasSize(whole.lines().size() - 10);
    }

    private ExperimentInput waves(CellStore store, boolean stopping) {
        return ExperimentInput.defaults(
                        new WavesExperiment(),
                        folder,
                        store,
                        () -> stopping && store.all().size() >= 10)
                .with("cells", "8")
                .with("evaluations", "9")
                .with("discarded", "0")
                .with("periods", "1");
    }

    @Test
    void wrongPoliciesAndGridsAreNamedBeforeAnythingIsComputed() throws IOException {
        ExperimentInput input = ExperimentInput.defaults(new CompareExperiment(), folder, cells, () -> false);
        assertRefused(input.with("policy", "speed=a.policy"), "speed=a.policy");
        assertRefused(input.with("policy", "thrust=" + folder.resolve("none.policy")), "no such policy");
        Path foreign = Files.writeString(folder.resolve("foreign.policy"), "no policy");
        assertRefused(input.with("policy", "thrust=" + foreign), "foreign.policy");
        assertRefused(input.with("grid", folder.toString()), "no best sinusoids");
        assertRefused(input.with("policy", "thrust=" + folder), "can't be read");
        assertRefused(input.with("waves", folder.toString()), "no best waves");
        assertRefused(input.with("grid", foreign.toString()), "no best sinusoids");
        assertRefused(input.with("cells", "64,32"), "must rise");
        assertThat(cells.all()).isEmpty();
    }

    private void assertRefused(ExperimentInput input, String text) {
        assertThatThrownBy(() -> new CompareExperiment().check(input))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    private static Table table(MemoryReport report, String name) {
        return report.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
